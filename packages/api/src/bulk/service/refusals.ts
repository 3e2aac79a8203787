/** The file of what an import refused, line by line. */
import type { RootContext } from "../../kernel/context.ts";
import type { FileFormat } from "../contract.ts";
import { getJob } from "../service.ts";
import { csvLine } from "./encode.ts";

type Refusal = { line: number; column: string | null; reason: string };
type Place = { line: number; place: number };

const pageRows = 1_000;

/** In the order of the lines; while the import runs, those so far. @throws not_found `bulk.job_not_found` {jobId} */
export async function listRefusals(
  ctx: RootContext,
  jobId: string,
  format: FileFormat,
): Promise<AsyncIterable<Buffer>> {
  await getJob(ctx, "import", { jobId });
  return write(ctx, jobId, format);
}

async function* write(ctx: RootContext, jobId: string, format: FileFormat): AsyncGenerator<Buffer> {
  if (format === "csv") yield Buffer.from(csvLine(["line", "column", "reason"]));
  let after: Place = { line: -1, place: -1 };
  for (;;) {
    const page = await ctx.db.$client<(Refusal & Place)[]>`
      select line, place, "column", reason from bulk_refusal
       where job_id = ${jobId} and (line, place) > (${after.line}, ${after.place})
       order by line, place limit ${pageRows}`;
    const lines = page.map(({ line, column, reason }) =>
      format === "csv"
        ? csvLine([line, column, reason])
        : `${JSON.stringify({ line, column, reason })}\n`,
    );
    if (lines.length > 0) yield Buffer.from(lines.join(""));
    after = page.at(-1) ?? after;
    if (page.length < pageRows) return;
  }
}
