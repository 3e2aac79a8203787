/** What was said, for the shop: answer by answer, and added up. */
import { sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { ServiceContext } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { Instant, toInstant } from "../../kernel/instant.ts";
import { statement } from "../../kernel/statement.ts";
import {
  SurveyId,
  SurveyResults,
  type AnswerPage,
  type GetAnswer,
  type ListAnswers,
  type SurveyAnswer,
} from "../contract.ts";
import { notFound } from "./refusals.ts";

/** What was added up for the first page goes along: it is of all of them, and dear. Cursors from before it did have none. */
const Position = z.tuple([Instant, SurveyId, SurveyResults.optional()]);

const selectAnswers = sql`select s.id as "surveyId", o.number as "orderNumber", s.language, s.rating, s.choice,
    s.comment, s.answered_at as "answeredAt"
  from survey s left join "order" o on o.id = s.order_id
  where s.state = 'answered'`;

function toAnswer(row: SurveyAnswer): SurveyAnswer {
  return { ...row, answeredAt: toInstant(row.answeredAt) };
}

/** @throws not_found `feedback.not_found`: also while nobody has answered it */
export async function getAnswer(
  { db }: ServiceContext,
  { surveyId }: GetAnswer,
): Promise<SurveyAnswer> {
  const [row] = await statement<SurveyAnswer>(db, sql`${selectAnswers} and s.id = ${surveyId}`);
  if (row === undefined) throw notFound("There is no answer to this survey.");
  return toAnswer(row);
}

/** @throws malformed `page.bad_cursor` */
export async function listAnswers(ctx: ServiceContext, input: ListAnswers): Promise<AnswerPage> {
  const { cursor, limit } = input;
  const after = cursor === undefined ? undefined : decodeCursor(cursor, Position);
  const [rows, results] = await Promise.all([
    statement<SurveyAnswer>(
      ctx.db,
      sql`${selectAnswers} and ${isAbout(input, "answered_at")}
            and ${after === undefined ? sql`true` : sql`(s.answered_at, s.id) < (${after[0]}::timestamptz, ${after[1]})`}
          order by s.answered_at desc, s.id desc limit ${limit + 1}`,
    ),
    after?.[2] ?? addUp(ctx, input),
  ]);
  const items = rows.slice(0, limit).map(toAnswer);
  const last = items.at(-1);
  const nextCursor =
    rows.length > limit && last ? encodeCursor([last.answeredAt, last.surveyId, results]) : null;
  return { items, nextCursor, results };
}

type Sums = Pick<SurveyResults, "asked" | "answered" | "choices"> & {
  sum: number;
  stars: Record<string, number>;
};

async function addUp({ db }: ServiceContext, input: ListAnswers): Promise<SurveyResults> {
  const [sums] = await statement<Sums>(
    db,
    sql`with one as (select s.* from survey s where s.asked_at is not null and ${isAbout(input, "asked_at")}),
          told as (select s.* from survey s where s.state = 'answered' and ${isAbout(input, "answered_at")})
        select (select count(*) from one)::int as asked,
          (select count(*) from told)::int as answered,
          (select coalesce(sum(rating), 0) from told)::int as sum,
          (select coalesce(jsonb_object_agg(rating, n), '{}')
            from (select rating, count(*) n from told group by rating) by_rating) as stars,
          (select coalesce(jsonb_agg(jsonb_build_object('choice', choice, 'count', n) order by n desc, choice), '[]')
            from (select choice, count(*) n from told where choice is not null group by choice) by_choice) as choices`,
  );
  const { asked, answered, sum, stars, choices } = sums ?? noSums;
  return {
    asked,
    answered,
    average: answered === 0 ? null : Math.round((sum / answered) * 10) / 10,
    distribution: [5, 4, 3, 2, 1].map((rating) => ({ rating, count: stars[rating] ?? 0 })),
    choices,
  };
}

const noSums: Sums = { asked: 0, answered: 0, sum: 0, stars: {}, choices: [] };

function isAbout({ kind, since }: ListAnswers, at: "asked_at" | "answered_at"): SQL {
  const isOfKind = kind === "order" ? sql`s.order_id is not null` : sql`s.cart_id is not null`;
  if (since === undefined) return isOfKind;
  return sql`${isOfKind} and s.${sql.identifier(at)} >= ${since}::timestamptz`;
}
