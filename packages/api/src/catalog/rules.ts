/** The pure part of the catalogue: words of a search, spelling, facet keys, what a card shows. Safe in a browser. */
import { type Currency, money } from "../kernel/money.ts";
import type { Language } from "../kernel/language.ts";
import type { LabelledAxis, OptionAxis, ProductSummary, Rating, Variant } from "./contract.ts";

const maxWords = 8;
const maxWordLength = 40;

/**
 * The words of a search as typed: folded to lower case without accents, at most 8 of 40 letters.
 * Everything that is not a letter or a digit only separates, so no operator reaches the database.
 */
export function wordsOf(search: string, language: Language = "en"): string[] {
  const folded = fold(search, language).replaceAll(/['\u2019]s\b/gu, "");
  const words = folded.match(/[\p{L}\p{Nd}]+/gu) ?? [];
  return words.slice(0, maxWords).map((word) => [...word].slice(0, maxWordLength).join(""));
}

/** A mark makes another letter in Japanese: ポ is no ホ. */
function fold(text: string, language: Language): string {
  return language === "ja"
    ? text.normalize("NFKC").toLowerCase()
    : text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** Pairs of neighbouring letters, as the database's `bigrams`: what is in Latin letters stays a word. */
export function bigramsOf(word: string): string[] {
  const letters = [...word];
  if (letters.length < 2 || /^[a-z0-9]+$/.test(word)) return [word];
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

/** Edits that a typing slip may cost: none in the shortest words, where every word is near another. */
export function allowedEdits(word: string): number {
  if (word.length <= 2) return 0;
  return word.length <= 5 ? 1 : 2;
}

/** The nearest of `known` (best guess first) within {@link allowedEdits}; undefined when none is near enough. */
export function correctionOf(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestEdits = allowedEdits(word) + 1;
  for (const candidate of known) {
    const edits = editDistance(word, candidate);
    if (edits < bestEdits) [best, bestEdits] = [candidate, edits];
  }
  return best;
}

/** Every word that is one swap of neighbours or one dropped letter away: the slips that trigrams see worst. */
export function slipsOf(word: string): string[] {
  const slips = new Set<string>();
  for (let i = 0; i < word.length; i++) {
    slips.add(word.slice(0, i) + word.slice(i + 1));
    if (i > 0) slips.add(word.slice(0, i - 1) + word[i] + word[i - 1] + word.slice(i + 1));
  }
  slips.delete(word);
  return [...slips];
}

/** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours (Damerau 1964). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(at(row, j - 1) + 1, at(last, j) + 1, replaced);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/** How an option value stands among a product's facets. `:` ends the name, so it is escaped there. */
export function optionFacet(name: string, value: string): string {
  return `option.${name.replaceAll("%", "%25").replaceAll(":", "%3A")}:${value}`;
}

/** The inverse of {@link optionFacet}; undefined for any other facet. */
export function parseOptionFacet(facet: string): { name: string; value: string } | undefined {
  const colon = facet.indexOf(":");
  if (!facet.startsWith("option.") || colon === -1) return undefined;
  const name = facet.slice("option.".length, colon).replaceAll("%3A", ":").replaceAll("%25", "%");
  return { name, value: facet.slice(colon + 1) };
}

/** What an option (`value` empty) or one of its values is called in a language. */
export type OptionLabel = { name: string; value: string; label: string };

/** The axes of a product with what they are called; by their keys where nothing else is known. */
export function labelAxes(
  axes: readonly OptionAxis[],
  labels: readonly OptionLabel[],
): LabelledAxis[] {
  const labelOf = (name: string, value: string) =>
    labels.find((one) => one.name === name && one.value === value)?.label;
  return axes.map(({ name, values }) => ({
    name,
    label: labelOf(name, "") ?? name,
    values: values.map((one) => ({ ...one, label: labelOf(name, one.value) ?? one.value })),
  }));
}

const sizes = ["xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl"];
const sizeNames = ["extra small", "small", "medium", "large", "extra large"];

/** Sizes as they grow, numbers as they count, everything else by how many there are, then by name. */
export function compareOptionValues(
  a: { value: string; count: number },
  b: { value: string; count: number },
): number {
  const [sizeA, sizeB] = [sizeRank(a.value), sizeRank(b.value)];
  if (sizeA !== undefined && sizeB !== undefined) return sizeA - sizeB;
  return b.count - a.count || a.value.localeCompare(b.value, "en", { numeric: true });
}

function sizeRank(value: string): number | undefined {
  const folded = value.trim().toLowerCase();
  for (const scale of [sizes, sizeNames]) {
    const rank = scale.indexOf(folded);
    if (rank !== -1) return rank;
  }
  const number = Number.parseFloat(folded);
  return Number.isNaN(number) ? undefined : number;
}

/** A variant as the database gives it: amounts in minor units. */
export type VariantRow = Pick<Variant, "id" | "sku" | "title" | "options" | "available"> & {
  amountMinor: number;
  compareAtMinor: number | null;
};

/** The part of a product's card that follows from its variants: the cheapest one speaks for all. */
export function priceVariants(
  rows: readonly VariantRow[],
  currency: Currency,
): Pick<ProductSummary, "price" | "compareAt" | "priceVaries" | "variants"> {
  const variants = rows.map(({ amountMinor, compareAtMinor, ...row }) => ({
    ...row,
    price: money(amountMinor, currency),
    compareAt: compareAtMinor === null ? null : money(compareAtMinor, currency),
  }));
  const cheapest = variants.reduce((a, b) => (b.price.amountMinor < a.price.amountMinor ? b : a));
  return {
    price: cheapest.price,
    compareAt: cheapest.compareAt,
    priceVaries: variants.some((v) => v.price.amountMinor !== cheapest.price.amountMinor),
    variants,
  };
}

/**
 * Stars as they are shown, to one decimal, halves up; null where there are none. The database's `rating_tenths` reckons the
 * same: what is shown as 4.0 is among "4 and up".
 */
export function ratingOf(sum: number, count: number): Rating | null {
  return count === 0 ? null : { average: Math.floor((sum * 20 + count) / (count * 2)) / 10, count };
}
