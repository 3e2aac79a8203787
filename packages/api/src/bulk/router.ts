import type { Actor, ServiceContext } from "../kernel/context.ts";
import { requirePermission } from "../kernel/permission.ts";
import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import { AddJob, CancelJob, GetJob, Job } from "./contract.ts";
import { addJob, cancelJob, getJob } from "./service.ts";

const tag = "Bulk";
/** Stock is inventory's, however it is written or read. */
const stockScope = { import: "inventory:write", export: "inventory:read" } as const;
const ofImports = { tag, scope: "catalog:write", orScope: stockScope.import } as const;
const ofExports = { tag, scope: "catalog:write", orScope: stockScope.export } as const;

export const bulkRouter = router({
  addImport: procedure
    .meta(
      rest({
        method: "POST",
        path: "/imports",
        summary: "Begin an import; its file is sent next",
        description:
          "Then `PUT /imports/{jobId}/file`. Follow it by `GET /imports/{jobId}`, or live as the topic `job:{jobId}`. Products and prices need the scope `catalog:write`, stock `inventory:write`.",
        ...ofImports,
        status: 201,
        location: ({ id }: Job) => `/api/v1/imports/${id}`,
        idempotencyKey: "optional",
      }),
    )
    .input(AddJob)
    .output(Job)
    .mutation(({ ctx, input }) => {
      requireSubject(ctx.actor, "import", input);
      return addJob(ctx, "import", input);
    }),
  getImport: procedure
    .meta(
      rest({
        method: "GET",
        path: "/imports/{jobId}",
        summary: "Get an import: how far it is",
        ...ofImports,
        reasons: ["bulk.job_not_found"],
      }),
    )
    .input(GetJob)
    .output(Job)
    .query(({ ctx, input }) => getAllowed(ctx, "import", input)),
  cancelImport: procedure
    .meta(
      rest({
        method: "POST",
        path: "/imports/{jobId}/cancel",
        summary: "Cancel an import; what was done stays done",
        ...ofImports,
        idempotencyKey: "optional",
        reasons: ["bulk.job_not_found", "bulk.wrong_state"],
      }),
    )
    .input(CancelJob)
    .output(Job)
    .mutation(({ ctx, input }) => cancelAllowed(ctx, "import", input)),
  addExport: procedure
    .meta(
      rest({
        method: "POST",
        path: "/exports",
        summary: "Begin an export: all products, prices or stock of one moment",
        description:
          "When it is `done`, `GET /exports/{jobId}/file` has it. Products and prices need the scope `catalog:write`, stock `inventory:read`.",
        ...ofExports,
        status: 201,
        location: ({ id }: Job) => `/api/v1/exports/${id}`,
        idempotencyKey: "optional",
      }),
    )
    .input(AddJob)
    .output(Job)
    .mutation(({ ctx, input }) => {
      requireSubject(ctx.actor, "export", input);
      return addJob(ctx, "export", input);
    }),
  getExport: procedure
    .meta(
      rest({
        method: "GET",
        path: "/exports/{jobId}",
        summary: "Get an export: how far it is",
        ...ofExports,
        reasons: ["bulk.job_not_found"],
      }),
    )
    .input(GetJob)
    .output(Job)
    .query(({ ctx, input }) => getAllowed(ctx, "export", input)),
  cancelExport: procedure
    .meta(
      rest({
        method: "POST",
        path: "/exports/{jobId}/cancel",
        summary: "Cancel an export",
        ...ofExports,
        idempotencyKey: "optional",
        reasons: ["bulk.job_not_found", "bulk.wrong_state"],
      }),
    )
    .input(CancelJob)
    .output(Job)
    .mutation(({ ctx, input }) => cancelAllowed(ctx, "export", input)),
});

/** @throws forbidden `auth.scope_missing` {scope} */
function requireSubject(actor: Actor, kind: Job["kind"], { subject }: Pick<Job, "subject">): void {
  requirePermission(actor, { scope: subject === "stock" ? stockScope[kind] : "catalog:write" });
}

async function getAllowed(ctx: ServiceContext, kind: Job["kind"], input: GetJob): Promise<Job> {
  const job = await getJob(ctx, kind, input);
  requireSubject(ctx.actor, kind, job);
  return job;
}

async function cancelAllowed(ctx: ServiceContext, kind: Job["kind"], input: GetJob): Promise<Job> {
  await getAllowed(ctx, kind, input);
  return await cancelJob(ctx, kind, input);
}
