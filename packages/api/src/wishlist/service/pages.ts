import { products, wishlistItems } from "@meridian/db/schema.ts";
import { and, count, desc, eq, lt } from "drizzle-orm";
import { z } from "zod";
import { readSummaries } from "../../catalog/service/product-rows.ts";
import { getRegion } from "../../catalog/service/regions.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import type { ListWishes, WishPage } from "../contract.ts";
import { findRow, requireUser } from "./rows.ts";

const Position = z.tuple([z.number().int()]);

/** @throws malformed `page.bad_cursor` */
export async function listWishes(ctx: ServiceContext, input: ListWishes): Promise<WishPage> {
  const row = await findRow(ctx, requireUser(ctx));
  if (row === undefined) return { items: [], nextCursor: null, total: 0 };
  const [page, [counted]] = await Promise.all([
    readPage(ctx, row.id, input),
    ctx.db
      .select({ total: count() })
      .from(wishlistItems)
      .where(eq(wishlistItems.wishlistId, row.id)),
  ]);
  return { ...page, total: counted?.total ?? 0 };
}

/** The last added first. @throws malformed `page.bad_cursor` */
export async function readPage(
  ctx: ServiceContext,
  wishlistId: string,
  { region, language, limit, cursor }: ListWishes,
): Promise<Omit<WishPage, "total">> {
  const [before] = cursor === undefined ? [] : decodeCursor(cursor, Position);
  const rows = await ctx.db
    .select({
      productId: wishlistItems.productId,
      number: wishlistItems.number,
      addedAt: wishlistItems.createdAt,
      status: products.status,
    })
    .from(wishlistItems)
    .innerJoin(products, eq(products.id, wishlistItems.productId))
    .where(
      and(
        eq(wishlistItems.wishlistId, wishlistId),
        before === undefined ? undefined : lt(wishlistItems.number, before),
      ),
    )
    .orderBy(desc(wishlistItems.number))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const sold = shown.filter(({ status }) => status === "active");
  const summaries = await readSummaries(
    ctx,
    await getRegion(ctx, region),
    sold.map(({ productId }) => productId),
    language,
  );
  const byId = new Map(summaries.map((product) => [product.id, product]));
  const last = shown.at(-1);
  return {
    items: shown.map(({ productId, addedAt }) => ({
      productId,
      addedAt,
      product: byId.get(productId) ?? null,
    })),
    nextCursor: last && rows.length > limit ? encodeCursor([last.number]) : null,
  };
}
