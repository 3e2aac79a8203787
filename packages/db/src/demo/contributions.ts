import { inArray, sql } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import { products } from "../schema/catalog.ts";
import { contributions } from "../schema/reviews.ts";
import { add } from "./add.ts";
import { pick, stableId } from "./digest.ts";
import { home } from "./opinions/home.ts";
import type { DemoQuestion, DemoReview, Opinions } from "./opinions/opinion.ts";
import { outdoors } from "./opinions/outdoors.ts";
import { play } from "./opinions/play.ts";
import { study } from "./opinions/study.ts";
import { wear } from "./opinions/wear.ts";

type Row = typeof contributions.$inferInsert;

const opinions: Opinions = { ...home, ...study, ...outdoors, ...wear, ...play };
const dayMs = 86_400_000;
/** When people wrote last. */
const newest = Date.UTC(2026, 1, 26, 20);

/** What people say of the products that are new, and the ratings that come of it. Nobody of them has an account here. */
export async function addContributions(
  tx: Transaction,
  productIds: readonly string[],
): Promise<void> {
  const isNew = new Set(productIds);
  const rows = Object.entries(opinions).flatMap(([handle, said]) => {
    const productId = stableId("prod", handle);
    return isNew.has(productId) ? said.flatMap((one, at) => rowsOf(productId, at, one)) : [];
  });
  if (rows.length === 0) return;
  await add(tx, contributions, rows);
  await tx
    .update(products)
    .set({ ratingSum: stars(sql`coalesce(sum(rating), 0)`), ratingCount: stars(sql`count(*)`) })
    .where(inArray(products.id, [...new Set(rows.map((row) => row.productId))]));
}

function stars(total: ReturnType<typeof sql>) {
  return sql`(select ${total} from contribution
    where contribution.product_id = product.id and kind = 'review' and state = 'published')`;
}

function rowsOf(productId: string, at: number, said: DemoReview | DemoQuestion): Row[] {
  const key = `${productId}:${at}`;
  // The newest first, some days apart.
  const writtenAt = newest - (at * 11 + pick(key, 9)) * dayMs - pick(`${key}:minute`, 780) * 60_000;
  const base = (name: string, by: string, text: string, laterMs = 0): Row => {
    const time = new Date(writtenAt + laterMs).toISOString();
    const times = { publishedAt: time, createdAt: time, updatedAt: time };
    const id = stableId("ctb", `${key}${name}`);
    return {
      id,
      kind: said.kind,
      productId,
      displayName: by,
      body: text,
      language: "en",
      state: "published",
      ...times,
    };
  };
  if (said.kind === "review") {
    const { stars: rating, title, helpful: helpfulCount, isVerified } = said;
    return [{ ...base("", said.by, said.text), rating, title, helpfulCount, isVerified }];
  }
  const question = base("", said.by, said.text);
  const answers = said.answers.map(({ text, by, isStaff }, n): Row => ({
    ...base(`:${n}`, by, text, (n + 1) * 5 * 3_600_000),
    kind: "answer",
    questionId: question.id,
    isStaff,
  }));
  return [question, ...answers];
}
