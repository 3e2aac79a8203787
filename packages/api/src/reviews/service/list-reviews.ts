/** What is published about a product: its reviews in several orders, and how many stars there are of each. */
import { contributions } from "@meridian/db/schema.ts";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { ratingOf } from "../../catalog/rules.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { Instant } from "../../kernel/instant.ts";
import {
  ContributionId,
  type ListReviews,
  type RatingSummary,
  type Review,
  type ReviewPage,
  type ReviewSort,
} from "../contract.ts";
import { requireProduct } from "./public-product.ts";

/** As the partial indexes say it: with parameters in their place the planner would not see that they fit. */
const isPublished = sql`${contributions.state} = 'published' and ${contributions.kind} = 'review'`;

type Order = {
  by: "publishedAt" | "helpfulCount" | "rating";
  shape: z.ZodType<string | number>;
  isAscending: boolean;
};

const whole = z.number().int();
const orders: Record<ReviewSort, Order> = {
  newest: { by: "publishedAt", shape: Instant, isAscending: false },
  helpful: { by: "helpfulCount", shape: whole, isAscending: false },
  highest: { by: "rating", shape: whole, isAscending: false },
  lowest: { by: "rating", shape: whole, isAscending: true },
};

/** @throws not_found `catalog.product_not_found` {handle}; malformed `page.bad_cursor` */
export async function listReviews(
  ctx: ServiceContext,
  { handle, sort, stars, limit, cursor }: ListReviews,
): Promise<ReviewPage> {
  const { by, shape, isAscending } = orders[sort];
  const Position = z.tuple([z.literal(sort), shape, ContributionId]);
  const after = cursor === undefined ? undefined : decodeCursor(cursor, Position);
  const productId = await requireProduct(ctx, handle);
  const key = contributions[by];
  const [way, beyond] = isAscending ? [asc, sql`>`] : [desc, sql`<`];
  const [rows, summary] = await Promise.all([
    ctx.db
      .select()
      .from(contributions)
      .where(
        and(
          eq(contributions.productId, productId),
          isPublished,
          stars === undefined ? undefined : eq(contributions.rating, stars),
          after &&
            sql`(${key}, ${contributions.id}) ${beyond} (${sql.param(after[1], key)}, ${after[2]})`,
        ),
      )
      .orderBy(way(key), way(contributions.id))
      .limit(limit + 1),
    summarise(ctx, productId),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    productId,
    items: shown.map(toReview),
    nextCursor: rows.length > limit && last ? encodeCursor([sort, last[by], last.id]) : null,
    summary,
  };
}

type Row = typeof contributions.$inferSelect;

function toReview(row: Row): Review {
  const { id, body, language, displayName, isVerified, helpfulCount } = row;
  const { rating, title, publishedAt } = row;
  return {
    id,
    rating: rating ?? 0,
    title: title ?? "",
    body,
    language,
    displayName,
    isVerified,
    helpfulCount,
    publishedAt: publishedAt ?? row.createdAt,
  };
}

async function summarise({ db }: ServiceContext, productId: string): Promise<RatingSummary> {
  const rows = await db
    .select({ stars: contributions.rating, count: sql<number>`count(*)::int` })
    .from(contributions)
    .where(and(eq(contributions.productId, productId), isPublished))
    .groupBy(contributions.rating);
  const counts = new Map(rows.map(({ stars, count }) => [stars, count]));
  const distribution = [5, 4, 3, 2, 1].map((stars) => ({ stars, count: counts.get(stars) ?? 0 }));
  const sum = distribution.reduce((total, { stars, count }) => total + stars * count, 0);
  const count = distribution.reduce((total, one) => total + one.count, 0);
  return { average: ratingOf(sum, count)?.average ?? null, count, distribution };
}
