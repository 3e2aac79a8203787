/**
 * Searches in another language than English: what fits there, or in English. All that fits is read at once, where English
 * walks along an order when it is much: a shop's other languages are asked less often.
 */
import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import type { Language, OtherLanguage } from "../../kernel/language.ts";
import { statement } from "../../kernel/statement.ts";
import { bigramsOf } from "../rules.ts";
import type { NumberSet } from "./index/number-set.ts";
import { byFit, type Fit, fitOf, type FitRow, hasWords, stemsOf, textQuery } from "./search.ts";

/** All words, the last one perhaps half typed, as a query of words in a language. */
export function queryIn(language: Language, words: readonly string[]): SQL {
  if (language === "ja") return pairs(words);
  return textQuery(words, language === "de" ? "german" : "english");
}

/** Words of a short text, to be found by {@link queryIn}. */
export function titleWords(text: SQL, language: Language): SQL {
  if (language === "ja") return sql`array_to_tsvector(bigrams(${text}))`;
  const simple = sql`to_tsvector('simple', immutable_unaccent(${text}))`;
  return language === "de"
    ? sql`(${simple} || to_tsvector('german', immutable_unaccent(${text})))`
    : simple;
}

/** A pair of letters that begins with the only one stands for it. */
function pairs(words: readonly string[]): SQL {
  const grams = words.flatMap(bigramsOf);
  const query = grams.map((gram) => ([...gram].length === 1 ? `'${gram}':*` : `'${gram}'`));
  return sql`${query.join(" & ")}::tsquery`;
}

/** Numbers of the products that have the words in the language or in English, by how well they fit. */
export async function readTranslatedFits(
  ctx: ServiceContext,
  language: OtherLanguage,
  words: readonly string[],
): Promise<Map<Fit, NumberSet>> {
  const rows = await statement<FitRow>(
    ctx.db,
    sql`select number, max(fit) as fit from (
          select p.number, ${fitOf(words)} as fit from product p
           where p.status = 'active' and ${hasWords(words)}
          union all
          select p.number, ${translatedFit(language, words)} from product_translation t
            join product p on p.id = t.product_id
           where t.language = ${language} and p.status = 'active' and ${hasTranslated(language, words)}
        ) found group by number`,
  );
  return byFit(rows);
}

/** As `fitOf` for English. */
function translatedFit(language: OtherLanguage, words: readonly string[]): SQL {
  const part = (mark: ":t:" | ":n:", query: SQL) =>
    sql`t.search_vector @@ (select mark_query(${sql.raw(`'${mark}'`)}, ${query}))`;
  const begun = queryIn(language, words);
  const whole = language === "ja" ? begun : sql.join(stemsOf(words, "german"), sql` && `);
  return sql`case when t.folded = immutable_unaccent(${words.join(" ")}) then 5
    when ${part(":t:", whole)} then 4 when ${part(":n:", whole)} then 3
    when ${part(":t:", begun)} then 2 when ${part(":n:", begun)} then 1
    when ${standsInside(words)} then 1 else 0 end`;
}

function hasTranslated(language: OtherLanguage, words: readonly string[]): SQL {
  const found = sql`t.search_vector @@ (${queryIn(language, words)})`;
  return isCompounding(language, words) ? sql`(${found} or ${standsInside(words)})` : found;
}

/** German makes one word of several: who looks for a "Kanne" means a "Teekanne", too. Short ones stand in too many. */
function isCompounding(language: OtherLanguage, words: readonly string[]): boolean {
  return language === "de" && words.every((word) => word.length >= 4);
}

function standsInside(words: readonly string[]): SQL {
  const parts = words.map((word) => `%${word}%`);
  // Once more, since the index is of German ones only.
  return sql`(t.language = 'de' and t.folded like all(${sql.param(parts)}::text[]))`;
}
