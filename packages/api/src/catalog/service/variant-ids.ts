import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { statement } from "../../kernel/statement.ts";

/** Code -> variant, of the codes that some variant has. */
export async function findVariantIds(
  ctx: ServiceContext,
  skus: readonly string[],
): Promise<Map<string, string>> {
  if (skus.length === 0) return new Map();
  const rows = await statement<{ sku: string; id: string }>(
    ctx.db,
    sql`select sku, id from variant where sku = any(${sql.param([...new Set(skus)])}::text[])`,
  );
  return new Map(rows.map(({ sku, id }) => [sku, id]));
}
