/** The published questions about a product, each with the answers that are published. */
import { contributions } from "@meridian/db/schema.ts";
import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { ServiceContext } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { Instant, toInstant } from "../../kernel/instant.ts";
import { statement } from "../../kernel/statement.ts";
import { type Answer, ContributionId, type ListQuestions, type QuestionPage } from "../contract.ts";
import { requireProduct } from "./public-product.ts";

const Position = z.tuple([Instant, ContributionId]);
/** So many of each question are shown. */
const shownAnswers = 20;

const isPublished = sql`${contributions.state} = 'published' and ${contributions.kind} = 'question'`;

/** Newest first. @throws not_found `catalog.product_not_found` {handle}; malformed `page.bad_cursor` */
export async function listQuestions(
  ctx: ServiceContext,
  { handle, limit, cursor }: ListQuestions,
): Promise<QuestionPage> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor, Position);
  const productId = await requireProduct(ctx, handle);
  const all = and(eq(contributions.productId, productId), isPublished);
  const [rows, total] = await Promise.all([
    ctx.db
      .select()
      .from(contributions)
      .where(
        and(
          all,
          after &&
            sql`(${contributions.publishedAt}, ${contributions.id}) < (${after[0]}::timestamptz, ${after[1]})`,
        ),
      )
      .orderBy(desc(contributions.publishedAt), desc(contributions.id))
      .limit(limit + 1),
    ctx.db.$count(contributions, all),
  ]);
  const shown = rows.slice(0, limit);
  const answers = await readAnswers(
    ctx,
    shown.map(({ id }) => id),
  );
  const items = shown.map(({ id, body, language, displayName, publishedAt, createdAt }) => ({
    id,
    body,
    language,
    displayName,
    publishedAt: publishedAt ?? createdAt,
    answers: answers.get(id) ?? [],
  }));
  const last = items.at(-1);
  return {
    productId,
    items,
    nextCursor: rows.length > limit && last ? encodeCursor([last.publishedAt, last.id]) : null,
    total,
  };
}

async function readAnswers(
  { db }: ServiceContext,
  questionIds: readonly string[],
): Promise<ReadonlyMap<string, Answer[]>> {
  if (questionIds.length === 0) return new Map();
  const rows = await statement<Answer & { questionId: string }>(
    db,
    sql`select q.id as "questionId", a.*
          from unnest(${sql.param([...questionIds])}::text[]) q(id)
         cross join lateral (
           select id, body, language, display_name as "displayName", is_staff as "isStaff",
                  helpful_count as "helpfulCount", published_at as "publishedAt"
             from contribution where question_id = q.id and state = 'published'
            order by is_staff desc, helpful_count desc, id limit ${shownAnswers}) a`,
  );
  const answers = new Map<string, Answer[]>(questionIds.map((id) => [id, []]));
  for (const { questionId, ...answer } of rows)
    answers.get(questionId)?.push({ ...answer, publishedAt: toInstant(answer.publishedAt) });
  return answers;
}
