/** Words -> full text query, and the correction of words that nothing is called by. */
import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { allowedEdits, correctionOf, slipsOf } from "../rules.ts";

/**
 * All words must occur, by their English stem; of the last one, which may be half typed, the beginning
 * is enough. Each word is a bound value and becomes a quoted lexeme: nothing in it is an operator.
 */
export function textQuery(words: readonly string[]): SQL {
  const stems = words.map((word) => sql`plainto_tsquery('english', immutable_unaccent(${word}))`);
  const beginning = sql`(nullif('''' || replace(immutable_unaccent(${words.at(-1)}), '''', '') || ''':*', ''''':*'))::tsquery`;
  const last = stems.pop();
  return sql.join([...stems, sql`(${last} || ${beginning})`], sql` && `);
}

/**
 * How well a product fits, as an integer that depends on nothing but this product, so that pages stay
 * stable: title before subtitle and tags before description, and a title that is the search itself first.
 */
export function relevance(words: readonly string[]): SQL {
  const isWhole = sql`lower(immutable_unaccent(p.title)) = ${words.join(" ")}`;
  return sql`(round(ts_rank('{0.05, 0.2, 0.5, 1}', p.search_vector, ${textQuery(words)}) * 1000000)::int
    + case when ${isWhole} then 1000000 else 0 end)`;
}

/** The words with each unknown one replaced by its nearest known one; null when that changes nothing. */
export async function correct(
  ctx: ServiceContext,
  words: readonly string[],
): Promise<string[] | null> {
  const doubtful = words.filter((word) => allowedEdits(word) > 0);
  if (doubtful.length === 0) return null;
  // Trigrams find most neighbours, but see little in a swap of letters: those are looked up as they are.
  const rows = (await ctx.db.execute(sql`
    select typed.word as typed, near.word as known
      from unnest(${sql.param(doubtful)}::text[]) typed(word)
      cross join lateral (
        (select s.word, s.word <-> typed.word as distance from search_word s
          order by s.word <-> typed.word limit 20)
        union all
        select s.word, s.word <-> typed.word from search_word s
         where s.word = any(${sql.param(doubtful.flatMap(slipsOf))}::text[])
      ) near
     order by near.distance, near.word`)) as unknown as { typed: string; known: string }[];
  const known = Map.groupBy(rows, (row) => row.typed);
  const corrected = words.map((word) => {
    const candidates = known.get(word)?.map((row) => row.known) ?? [];
    return correctionOf(word, candidates) ?? word;
  });
  return corrected.join(" ") === words.join(" ") ? null : corrected;
}
