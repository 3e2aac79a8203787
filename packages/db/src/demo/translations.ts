import { inArray } from "drizzle-orm";
import type { Transaction } from "../client.ts";
import * as schema from "../schema.ts";
import { add } from "./add.ts";
import type { DemoEntry } from "./catalogue.ts";
import { de } from "./content/de.ts";
import { ja } from "./content/ja.ts";
import type { OptionWords, ShopWords } from "./content/words.ts";
import { stableId } from "./digest.ts";
import { planPictures } from "./pictures/plan.ts";
import type { DemoProduct } from "./product.ts";

type Language = "de" | "ja";
export const shopWords: Readonly<Record<Language, ShopWords>> = { de, ja };

/**
 * Adds the words of the demo shop in its other languages to what it has of the demo: products, shelves, options and
 * promotions. Words that are there are left as they are.
 */
export async function addTranslations(
  tx: Transaction,
  entries: readonly DemoEntry[],
): Promise<void> {
  const there = await idsThere(tx, entries);
  const known = <Row>(rows: Row[], idOf: (row: Row) => string) =>
    rows.filter((row) => there.has(idOf(row)));
  for (const [language, words] of Object.entries(shopWords) as [Language, ShopWords][]) {
    const { products, categories, collections, promotions } = rowsOf(language, words, entries);
    await add(tx, schema.optionTranslations, optionRows(language, words.options));
    await add(
      tx,
      schema.productTranslations,
      known(products, ({ productId }) => productId),
    );
    await add(
      tx,
      schema.categoryTranslations,
      known(categories, ({ categoryId }) => categoryId),
    );
    await add(
      tx,
      schema.collectionTranslations,
      known(collections, ({ collectionId }) => collectionId),
    );
    await add(
      tx,
      schema.promotionTranslations,
      known(promotions, ({ promotionId }) => promotionId),
    );
  }
}

const owners = [schema.products, schema.categories, schema.collections, schema.promotions];

/** What the shop has of the demo: something else of the same handle has words of its own. */
async function idsThere(tx: Transaction, entries: readonly DemoEntry[]): Promise<Set<string>> {
  const ids = [
    ...entries.map(({ id }) => id),
    ...Object.keys(de.categories).map(categoryIdOf),
    ...Object.keys(de.collections).map(collectionIdOf),
    welcomeId,
  ];
  const there = new Set<string>();
  for (const table of owners) {
    const rows = await tx.select({ id: table.id }).from(table).where(inArray(table.id, ids));
    for (const { id } of rows) there.add(id);
  }
  return there;
}

const categoryIdOf = (handle: string) => stableId("cat", handle);
const collectionIdOf = (handle: string) => stableId("col", handle);
const welcomeId = stableId("promo", "welcome");

function rowsOf(language: Language, words: ShopWords, entries: readonly DemoEntry[]) {
  return {
    products: entries.flatMap(({ id, product }) => productRows(language, words, id, product)),
    categories: Object.entries(words.categories).map(([handle, { title, line }]) => ({
      categoryId: categoryIdOf(handle),
      language,
      title,
      description: line,
    })),
    collections: Object.entries(words.collections).map(([handle, { title, line }]) => ({
      collectionId: collectionIdOf(handle),
      language,
      title,
      description: line,
    })),
    promotions: Object.values(words.promotions).map((title) => ({
      promotionId: welcomeId,
      language,
      title,
    })),
  };
}

function productRows(
  language: Language,
  words: ShopWords,
  productId: string,
  product: DemoProduct,
): (typeof schema.productTranslations.$inferInsert)[] {
  const told = words.products[product.handle];
  if (!told) return [];
  const { title, line: subtitle, text: description, details } = told;
  const alts = altsOf(words, product, title);
  return [{ productId, language, title, subtitle, description, details: [...details], alts }];
}

function altsOf(words: ShopWords, product: DemoProduct, title: string): Record<string, string> {
  const { inColor, closeView, onSet } = words.pictures;
  const altOf = (name: string, color: string | undefined) => {
    if (name === "detail") return closeView(title);
    if (name === "set") return onSet(title);
    return color === undefined
      ? title
      : inColor(title, words.options["Color"]?.values[color] ?? color);
  };
  return Object.fromEntries(
    planPictures(product).map(({ name, color }) => [
      `/media/${product.handle}/${name}`,
      altOf(name, color),
    ]),
  );
}

function optionRows(language: Language, options: OptionWords) {
  return Object.entries(options).flatMap(([name, { label, values }]) => [
    { language, name, value: "", label },
    ...Object.entries(values).map(([value, told]) => ({ language, name, value, label: told })),
  ]);
}
