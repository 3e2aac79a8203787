/**
 * The shop's words in other languages than its own, field by field: what is null, or has no row, is told in English, which
 * stays with its owner.
 */
import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { categories, collections, products, tsvector } from "./catalog.ts";
import { promotions } from "./promotions.ts";
import { shippingOptions } from "./regions.ts";

/** One of the shop's other languages, by its ISO 639-1 code. */
const language = () => text().$type<"de" | "ja">().notNull();
const isOther = (name: string, column: AnyPgColumn) =>
  check(name, sql`${column} ~ '^[a-z]{2}$' and ${column} <> 'en'`);

export const productTranslations = pgTable(
  "product_translation",
  {
    productId: text()
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    language: language(),
    title: text(),
    subtitle: text(),
    description: text(),
    details: jsonb().$type<string[]>(),
    /** What pictures show, by their `src`. */
    alts: jsonb().$type<Record<string, string>>().notNull().default({}),
    /**
     * The product's words in this language as `product.search_vector` has its English ones: by their stem in German, by pairs
     * of letters in Japanese, which has no spaces. Kept by the database, also when the product changes.
     */
    searchVector: tsvector()
      .notNull()
      .default(sql`''`),
    /** Its name, folded: a word may stand inside another one. Kept by the database. */
    folded: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.language] }),
    index("product_translation_search").using("gin", t.searchVector),
    index("product_translation_folded")
      .using("gin", sql`folded gin_trgm_ops`)
      .where(sql`language = 'de'`),
    isOther("product_translation_language", t.language),
  ],
);

/** Words of names, by language: what a mistyped search is corrected to. Kept by the database. */
export const translatedWords = pgTable(
  "translated_word",
  { language: language(), word: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.language, t.word] }),
    index("translated_word_trgm").using("gist", sql`lower(${t.word}) gist_trgm_ops`),
  ],
);

export const categoryTranslations = pgTable(
  "category_translation",
  {
    categoryId: text()
      .notNull()
      .references(() => categories.id, { onDelete: "cascade" }),
    language: language(),
    title: text(),
    description: text(),
  },
  (t) => [
    primaryKey({ columns: [t.categoryId, t.language] }),
    isOther("category_translation_language", t.language),
  ],
);

export const collectionTranslations = pgTable(
  "collection_translation",
  {
    collectionId: text()
      .notNull()
      .references(() => collections.id, { onDelete: "cascade" }),
    language: language(),
    title: text(),
    description: text(),
  },
  (t) => [
    primaryKey({ columns: [t.collectionId, t.language] }),
    isOther("collection_translation_language", t.language),
  ],
);

/**
 * What an option and its values are called. Of the whole shop, since filters are: "Sage" is one value of "Color", whichever
 * products have it. The name itself has the value ''.
 */
export const optionTranslations = pgTable(
  "option_translation",
  {
    language: language(),
    name: text().notNull(),
    value: text().notNull(),
    label: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.language, t.name, t.value] }),
    isOther("option_translation_language", t.language),
  ],
);

export const promotionTranslations = pgTable(
  "promotion_translation",
  {
    promotionId: text()
      .notNull()
      .references(() => promotions.id, { onDelete: "cascade" }),
    language: language(),
    title: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.promotionId, t.language] }),
    isOther("promotion_translation_language", t.language),
  ],
);

export const shippingOptionTranslations = pgTable(
  "shipping_option_translation",
  {
    regionId: text().notNull(),
    optionId: text().notNull(),
    language: language(),
    label: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.optionId, t.language] }),
    foreignKey({
      name: "shipping_option_translation_option",
      columns: [t.regionId, t.optionId],
      foreignColumns: [shippingOptions.regionId, shippingOptions.id],
    }).onDelete("cascade"),
    isOther("shipping_option_translation_language", t.language),
  ],
);
