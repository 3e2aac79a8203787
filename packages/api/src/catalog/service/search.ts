/** Words -> full text queries, how well a product fits, and the correction of words that nothing is called by. */
import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { defaultLanguage, type Language } from "../../kernel/language.ts";
import { statement } from "../../kernel/statement.ts";
import { allowedEdits, correctionOf, slipsOf } from "../rules.ts";
import { NumberSet } from "./index/number-set.ts";

/**
 * All words must occur, by their English stem; of the last one, which may be half typed, the beginning
 * is enough. Each word is a bound value and becomes a quoted lexeme: nothing in it is an operator.
 */
export function textQuery(words: readonly string[], config: Config = "english"): SQL {
  const stems = stemsOf(words, config);
  const beginning = sql`(nullif('''' || replace(immutable_unaccent(${words.at(-1)}), '''', '') || ''':*', ''''':*'))::tsquery`;
  const last = stems.pop();
  return sql.join([...stems, sql`(${last} || ${beginning})`], sql` && `);
}

/** How Postgres finds the stems of a language. */
export type Config = "english" | "german";

export function stemsOf(words: readonly string[], config: Config = "english"): SQL[] {
  const stemmer = sql.raw(`'${config}'`);
  return words.map((word) => sql`plainto_tsquery(${stemmer}, immutable_unaccent(${word}))`);
}

/**
 * How well a product fits, best first: its title is the search; the words stand in its title; in its title, subtitle,
 * vendor, type and tags; they only begin there; they are in its description. A whole word so comes before a mere
 * beginning. It depends on nothing but the product, so that pages stay stable; between equals the newest comes first.
 */
export const fits = [5, 4, 3, 2, 1, 0] as const;
export type Fit = (typeof fits)[number];

/**
 * What the query of a condition is made by: in place, where the planner reads it to choose how to find products; or once
 * for the statement, where many are asked one by one (22 us each otherwise).
 */
type Made = "inPlace" | "once";

/** What fits at least so well, among what {@link textQuery} finds. */
function fitsAtLeast(fit: Fit, words: readonly string[], made: Made): SQL {
  const whole = sql.join(stemsOf(words), sql` && `);
  const matches = (query: SQL) =>
    sql`p.search_vector @@ (${made === "once" ? sql`select ${query}` : query})`;
  const has = (mark: ":t:" | ":n:", query: SQL) =>
    matches(sql`mark_query(${sql.raw(`'${mark}'`)}, ${query})`);
  const title = sql`p.sort_title collate "C" = left(${words.join(" ")}, 80)`;
  switch (fit) {
    case 5:
      // Folding shortens no title: few are folded.
      return sql`(length(p.title) <= ${words.join(" ").length} and ${title}
        and lower(immutable_unaccent(p.title)) = ${words.join(" ")})`;
    case 4:
      return has(":t:", whole);
    case 3:
      return has(":n:", whole);
    case 2:
      return has(":t:", textQuery(words));
    case 1:
      return has(":n:", textQuery(words));
    case 0:
      return matches(textQuery(words));
  }
}

/** Fits exactly so well. */
export function fitsAs(fit: Fit, words: readonly string[], made: Made = "inPlace"): SQL {
  const better = fits
    .filter((f) => f > fit)
    .map((f) => sql`and not ${fitsAtLeast(f, words, made)}`);
  return sql`${fitsAtLeast(fit, words, made)} ${sql.join(better, sql` `)}`;
}

export function fitOf(words: readonly string[]): SQL {
  const cases = fits
    .slice(0, -1)
    .map((f) => sql`when ${fitsAtLeast(f, words, "once")} then ${sql.raw(String(f))}`);
  return sql`case ${sql.join(cases, sql` `)} else 0 end`;
}

/** Numbers of the products that have the words, by how well they fit. */
export async function readFits(
  ctx: ServiceContext,
  words: readonly string[],
): Promise<Map<Fit, NumberSet>> {
  return byFit(
    await statement<FitRow>(
      ctx.db,
      sql`select p.number, ${fitOf(words)} as fit from product p
         where p.status = 'active' and ${hasWords(words)}`,
    ),
  );
}

export type FitRow = { number: number; fit: number };

export function byFit(rows: readonly FitRow[]): Map<Fit, NumberSet> {
  const found = new Map<Fit, NumberSet>();
  for (const { number, fit } of rows) {
    const set = found.get(fit as Fit) ?? new NumberSet();
    found.set(fit as Fit, set);
    set.add(number);
  }
  return found;
}

export function hasWords(words: readonly string[], made: Made = "inPlace"): SQL {
  return fitsAtLeast(0, words, made);
}

/** Numbers of the products that meet a condition of words. */
export async function readWorded(ctx: ServiceContext, condition: SQL): Promise<NumberSet> {
  const rows = await statement<{ number: number }>(
    ctx.db,
    sql`select p.number from product p where p.status = 'active' and ${condition}`,
  );
  return NumberSet.of(rows.map(({ number }) => number));
}

/** About how many products fit at least so well, in the order of {@link fits}, by what the planner knows of frequent words. */
export async function estimateFits(
  ctx: ServiceContext,
  words: readonly string[],
): Promise<number[]> {
  const counted = fits.map(
    (fit) => sql`select from product p where ${fitsAtLeast(fit, words, "inPlace")}`,
  );
  const [row] = (await ctx.db.execute(
    sql`explain (format json) ${sql.join(counted, sql` union all `)}`,
  )) as unknown as [{ "QUERY PLAN": [{ Plan: { Plans: { "Plan Rows": number }[] } }] }];
  return row["QUERY PLAN"][0].Plan.Plans.map((plan) => plan["Plan Rows"]);
}
/** Words `s` of the shop's names in a language; null where words are not told apart. */
function knownWords(language: Language): SQL | null {
  if (language === "ja") return null;
  if (language === defaultLanguage) return sql`search_word s where true`;
  return sql`translated_word s where s.language = ${language}`;
}

/** The words with each unknown one replaced by its nearest known one; null when that changes nothing. */
export async function correct(
  ctx: ServiceContext,
  words: readonly string[],
  language: Language,
): Promise<string[] | null> {
  const known = knownWords(language);
  const doubtful = words.filter((word) => allowedEdits(word) > 0);
  if (doubtful.length === 0 || known === null) return null;
  // Trigrams find most neighbours, but see little in a swap of letters: those are looked up as they are.
  const rows = (await ctx.db.execute(sql`
    select typed.word as typed, near.word as known
      from unnest(${sql.param(doubtful)}::text[]) typed(word)
      cross join lateral (
        (select s.word, lower(s.word) <-> typed.word as distance from ${known}
          order by lower(s.word) <-> typed.word limit 20)
        union all
        select s.word, s.word <-> typed.word from ${known}
           and s.word = any(${sql.param(doubtful.flatMap(slipsOf))}::text[])
      ) near
     order by near.distance, near.word`)) as unknown as { typed: string; known: string }[];
  const near = Map.groupBy(rows, (row) => row.typed);
  const corrected = words.map((word) => {
    const candidates = near.get(word)?.map((row) => row.known) ?? [];
    return correctionOf(word, candidates) ?? word;
  });
  return corrected.join(" ") === words.join(" ") ? null : corrected;
}
