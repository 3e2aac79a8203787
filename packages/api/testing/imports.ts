/** Imports of stock for tests: variants, locations, and files that count them. */
import { Readable } from "node:stream";
import type { Database } from "@meridian/db/client.ts";
import type { AddJob, Job } from "../src/bulk/contract.ts";
import { addJob, getJob } from "../src/bulk/service.ts";
import { receiveFile } from "../src/bulk/service/file.ts";
import { listRefusals } from "../src/bulk/service/refusals.ts";
import { runImports } from "../src/bulk/service/run-imports.ts";
import type { RootContext } from "../src/kernel/context.ts";
import { newId } from "../src/kernel/ids.ts";
import { testContext } from "./context.ts";

/** Somebody who may import anything. */
export const importer = {
  kind: "client" as const,
  id: "importer",
  scopes: new Set(["catalog:write", "inventory:write"] as const),
};

/** An import whose file is there, waiting for a worker. */
export async function makeImport(
  db: Database,
  job: AddJob,
  lines: string | readonly string[],
): Promise<Job> {
  const ctx = testContext(db, { actor: importer });
  const { id } = await addJob(ctx, "import", job);
  const text = typeof lines === "string" ? lines : `${lines.join("\n")}\n`;
  const bytes = Readable.from([Buffer.from(text)]);
  return await receiveFile(ctx, { jobId: id, offset: 0, isLast: true }, bytes);
}

/** One product of many variants, with codes `SKU-1` and so on. */
export async function makeVariants(db: Database, count: number): Promise<void> {
  const productId = newId("prod");
  await db.$client`insert into product (id, handle, title) values (${productId}, ${productId}, 'Many')`;
  await db.$client`
    insert into variant (id, product_id, sku, title, options, position)
    select 'var_' || lpad(n::text, 26, '0'), ${productId}, 'SKU-' || n, n::text,
           jsonb_build_object('Number', n::text), n
      from generate_series(1, ${count}::int) n`;
}

/** What a test asks of imports, and a worker that does them when told. */
export function importRunner(ctx: RootContext) {
  const read = (jobId: string) => getJob(ctx, "import", { jobId });
  return {
    read,
    /** To its end. */
    async run(jobId: string): Promise<Job> {
      for (;;) {
        const job = await read(jobId);
        if (job.state !== "queued" && job.state !== "running") return job;
        await runImports(ctx);
      }
    },
    async refusalsOf(jobId: string) {
      const text = await textOf(await listRefusals(ctx, jobId, "ndjson"));
      const lines = text.split("\n").filter((line) => line !== "");
      return lines.map(
        (line) => JSON.parse(line) as { line: number; column: string | null; reason: string },
      );
    },
  };
}

export async function textOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString();
}
