/** The files of bulk jobs: bytes that go by as they come, which no procedure's input or output could. */
import { Readable } from "node:stream";
import {
  DomainError,
  fieldErrors,
  getExportFile,
  listRefusals,
  receiveFile,
  type RequestContext,
  type RootContext,
} from "@meridian/api/server.ts";
import type { Database } from "@meridian/db/client.ts";
import type { AnyTRPCRouter } from "@trpc/server";
import { callTRPCProcedure } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { bytesTag, isNotModified } from "../../http/etag.ts";
import { parseRange } from "../../http/range.ts";
import { HttpRefusal } from "../../problem/refusals.ts";

export type BulkDependencies = {
  db: Database;
  router: AnyTRPCRouter;
  contextOf(request: FastifyRequest, reply: FastifyReply): Promise<RequestContext>;
};

/** Some millions of rows. */
const maxFileBytes = 1024 ** 3;
const mediaTypes = { csv: "text/csv; charset=utf-8", ndjson: "application/x-ndjson" } as const;

const Part = z.strictObject({
  offset: z
    .string()
    .regex(/^\d{1,12}$/, "must be a number of bytes")
    .transform(Number)
    .default(0),
  more: z.enum(["true", "false"]).default("false"),
});
const Nothing = z.strictObject({});
const Refusals = z.strictObject({ format: z.enum(["csv", "ndjson"]).default("csv") });

/** Of these bodies nobody says how long they take. */
export function isImportFile({ method, url = "" }: { method?: string; url?: string }): boolean {
  return method === "PUT" && /\/imports\/[^/]+\/file(?:\?|$)/.test(url);
}

export async function bulkPlugin(app: FastifyInstance, deps: BulkDependencies): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ["text/csv", "application/x-ndjson", "application/octet-stream"],
    (_request: FastifyRequest, body: Readable, done: (error: null, body: Readable) => void) =>
      done(null, body),
  );
  app.put("/imports/:jobId/file", { bodyLimit: maxFileBytes }, async (request, reply) => {
    const { ctx, jobId } = await admit(deps, request, reply, "bulk.getImport");
    const { offset, more } = readQuery(Part, request);
    const body = (request.body ?? Readable.from([])) as AsyncIterable<Buffer>;
    const part = { jobId, offset, isLast: more === "false" };
    const job = await receiveFile(ctx, part, limited(body, maxFileBytes - offset));
    return reply
      .headers({ "cache-control": "private, no-store", etag: `"${job.version}"` })
      .send(job);
  });
  app.get("/imports/:jobId/refusals", { compress: false }, async (request, reply) => {
    const { ctx, jobId } = await admit(deps, request, reply, "bulk.getImport");
    const { format } = readQuery(Refusals, request);
    const bytes = await listRefusals(ctx, jobId, format);
    return reply
      .headers({ "cache-control": "private, no-store", ...named(jobId, format) })
      .send(Readable.from(bytes));
  });
  app.get("/exports/:jobId/file", { compress: false }, async (request, reply) => {
    const { ctx, jobId } = await admit(deps, request, reply, "bulk.getExport");
    readQuery(Nothing, request);
    const { job, read } = await getExportFile(ctx, jobId);
    // What is written once never changes.
    const etag = bytesTag(jobId);
    reply.headers({
      "cache-control": "private, no-cache",
      "accept-ranges": "bytes",
      etag,
      ...named(jobId, job.format),
    });
    if (isNotModified(request.headers["if-none-match"], etag)) return reply.code(304).send();
    const { from, to, isPart } = parseRange(request.headers, { size: job.fileBytes, etag });
    if (isPart) {
      reply.code(206).header("content-range", `bytes ${from}-${to - 1}/${job.fileBytes}`);
    }
    return reply.header("content-length", to - from).send(Readable.from(read(from, to)));
  });
}

/** The procedure that reads the job says who may, as it does for everybody else. */
async function admit(
  { db, router, contextOf }: BulkDependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  procedure: string,
): Promise<{ ctx: RootContext; jobId: string }> {
  const ctx = await contextOf(request, reply);
  const { jobId } = request.params as { jobId: string };
  await callTRPCProcedure({
    router,
    path: procedure,
    type: "query",
    getRawInput: () => Promise.resolve({ jobId }),
    ctx,
    signal: undefined,
    batchIndex: 0,
  });
  return { ctx: { ...ctx, db }, jobId };
}

function readQuery<Schema extends z.ZodType>(
  schema: Schema,
  { query }: FastifyRequest,
): z.output<Schema> {
  const parsed = schema.safeParse(query);
  if (parsed.success) return parsed.data;
  throw new DomainError("malformed", "request.invalid_input", {
    message: "The input does not have the right shape.",
    errors: fieldErrors(parsed.error),
  });
}

async function* limited(source: AsyncIterable<Buffer>, max: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const bytes of source) {
    size += bytes.length;
    if (size > max) {
      throw new HttpRefusal("request.too_large", `A file may have ${maxFileBytes} bytes.`, {
        details: { maxBytes: maxFileBytes },
        headers: { connection: "close" },
      });
    }
    yield bytes;
  }
}

function named(jobId: string, format: keyof typeof mediaTypes) {
  return {
    "content-type": mediaTypes[format],
    "content-disposition": `attachment; filename="${jobId}.${format}"`,
  };
}
