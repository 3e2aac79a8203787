import { deleteOldJobs, runExports, runImports, type RootContext } from "@meridian/api/server.ts";
import type { Job } from "./jobs.ts";

/** How long what an import or export left can still be fetched. */
const keptDays = 7;

/** Imports and exports. A turn ends after some seconds, so that jobs share the workers. */
export function bulkJobs(ctx: RootContext): Job[] {
  return [
    { name: "run-imports", everyMs: 500, batch: 1, run: () => runImports(ctx) },
    { name: "run-exports", everyMs: 500, batch: 1, run: () => runExports(ctx) },
    {
      name: "delete-old-jobs",
      everyMs: 600_000,
      batch: 10,
      run: () => deleteOldJobs(ctx, { days: keptDays, limit: 10 }),
    },
  ];
}
