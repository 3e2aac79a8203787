import { contributions, products } from "@meridian/db/schema.ts";
import { eq, sql, type SQL } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import type { Contribution } from "../contract/contributions.ts";
import { notFound } from "./refusals.ts";

export type Row = typeof contributions.$inferSelect;

/** A contribution with what it is about. */
export const whole = {
  row: contributions,
  product: { id: products.id, handle: products.handle, title: products.title },
  asked: sql<string | null>`(
    select q.body from contribution q where q.id = ${contributions.questionId})`,
};

export function selectWhole({ db }: ServiceContext, where: SQL | undefined) {
  return db
    .select(whole)
    .from(contributions)
    .innerJoin(products, eq(products.id, contributions.productId))
    .where(where)
    .$dynamic();
}

/** @throws not_found `reviews.not_found` {contributionId} */
export async function getWhole(
  ctx: ServiceContext,
  contributionId: string,
): Promise<{ row: Row; view: Contribution }> {
  const [found] = await selectWhole(ctx, eq(contributions.id, contributionId));
  if (found === undefined) throw notFound(contributionId);
  return { row: found.row, view: toContribution(found) };
}

type Whole = { row: Row; product: Contribution["product"]; asked: string | null };

export function toContribution({ row, product, asked }: Whole): Contribution {
  const {
    id,
    kind,
    version,
    rating,
    title,
    body,
    displayName,
    isVerified,
    isStaff,
    state,
    language,
  } = row;
  return {
    id,
    kind,
    version,
    product,
    question: row.questionId === null ? null : { id: row.questionId, body: asked ?? "" },
    rating,
    title,
    body,
    language,
    displayName,
    isVerified,
    isStaff,
    state,
    rejection:
      row.rejectedFor === null ? null : { reason: row.rejectedFor, note: row.rejectionNote },
    publishedAt: row.publishedAt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
