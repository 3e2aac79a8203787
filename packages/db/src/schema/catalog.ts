import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  char,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { createdAt, instant, minor, updatedAt } from "./columns.ts";
import { regions } from "./regions.ts";

export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
/** One bit a product: a chunk of a facet map. */
const chunkBits = customType<{ data: string }>({ dataType: () => "bit(16384)" });

export const categories = pgTable(
  "category",
  {
    id: text().primaryKey(),
    /** Null = top level. The tree has two levels. */
    parentId: text(),
    handle: text().notNull().unique(),
    title: text().notNull(),
    description: text().notNull().default(""),
    position: integer().notNull().default(0),
    hue: integer().notNull().default(0),
    imageSrc: text(),
    /** Of what is told of it by itself; products that it holds have their own. */
    version: integer().notNull().default(1),
  },
  (t) => [foreignKey({ columns: [t.parentId], foreignColumns: [t.id] })],
);

export const collections = pgTable("collection", {
  id: text().primaryKey(),
  handle: text().notNull().unique(),
  title: text().notNull(),
  /** One sentence that tells the collection. */
  description: text().notNull().default(""),
  position: integer().notNull().default(0),
  hue: integer().notNull().default(0),
  /** A drop: when it opens. Null = an ordinary collection. */
  startsAt: instant(),
  /** Of a drop: so many shop at once, the others wait in line. Null: no line. */
  admits: integer(),
  version: integer().notNull().default(1),
});

export const products = pgTable(
  "product",
  {
    id: text().primaryKey(),
    /** The product's bit in the facet maps. */
    number: integer().notNull().generatedAlwaysAsIdentity().unique(),
    handle: text().notNull().unique(),
    title: text().notNull(),
    subtitle: text().notNull().default(""),
    description: text().notNull().default(""),
    /** Short facts: material, size, care. */
    details: jsonb().$type<string[]>().notNull().default([]),
    vendor: text().notNull().default(""),
    productType: text().notNull().default(""),
    tags: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** `deleted`: kept for the lines of carts and orders that point at it, and seen by nobody. */
    status: text().$type<"draft" | "active" | "archived" | "deleted">().notNull().default("active"),
    /** For drops: a cart line holds stock at once, and says so. */
    holdOnAdd: boolean().notNull().default(false),
    /** OKLCH hue of the product's stage, 0-359. */
    hue: integer().notNull().default(0),
    /**
     * What the filters match: `category:<handle>` (parents included), `collection:<handle>` and
     * `option.<name>:<value>`, where `%` and `:` in a name are written `%25` and `%3A`. Kept by `refresh_products`.
     */
    facets: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
    /**
     * Its words by their stem; those of its name (title, subtitle, vendor, type, tags) once more behind `:n:`, those of
     * its title behind `:t:`, so that the index alone tells where a word stands. Kept by the database.
     */
    searchVector: tsvector().generatedAlwaysAs(
      sql`search_words(title, subtitle || ' ' || vendor || ' ' || product_type || ' ' || immutable_array_to_string(tags), description)`,
    ),
    /** What a list by title sorts by: folded and cut, so that a cursor stays short. Kept by the database. */
    sortTitle: text().generatedAlwaysAs(sql`left(lower(immutable_unaccent(title)), 80)`),
    version: integer().notNull().default(1),
    /** Stars of its published reviews, added up, and how many reviews; with a version of their own, since they are not the shopkeeper's. */
    ratingSum: integer().notNull().default(0),
    ratingCount: integer().notNull().default(0),
    ratingVersion: integer().notNull().default(0),
    publishedAt: instant().default(sql`now()`),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index("product_search").using("gin", t.searchVector),
    // Keyset orders of the list: newest and title. Partial: shoppers only see active products.
    // With the number behind them, a walk along an order needs nothing but its index.
    index("product_newest")
      .on(t.publishedAt.desc(), t.id.desc(), t.number)
      .where(sql`status = 'active'`),
    // In byte order, so that no collation update can break it.
    index("product_by_title")
      .on(sql`sort_title collate "C"`, t.id, t.number)
      .where(sql`status = 'active'`),
    index("product_best_rated")
      .on(sql`rating_rank(rating_sum, rating_count)`, t.id, t.number)
      .where(sql`status = 'active'`),
    check("product_hue", sql`${t.hue} between 0 and 359`),
    check(
      "product_rating",
      sql`${t.ratingSum} between ${t.ratingCount} and ${t.ratingCount}::bigint * 5`,
    ),
  ],
);

/**
 * Which products have a facet, as one bit each by product number: counting and combining facets of a million
 * products is arithmetic on some kilobytes. Beside what filters match there are `region:<id>` (sold there),
 * `stock:<id>` (can be bought there now) and `rating:<stars>` (has so many or more). Only of what shoppers see. Processes keep a copy in memory and follow
 * `catalog_change`; `apply_catalog_changes` brings the maps up to date for those that start.
 */
export const facetMaps = pgTable(
  "facet_map",
  {
    facet: text().notNull(),
    /** Of 16,384 product numbers. */
    chunk: integer().notNull(),
    bits: chunkBits().notNull(),
  },
  (t) => [primaryKey({ columns: [t.facet, t.chunk] })],
);

/** How often changes were taken into the facet maps. */
export const facetMapVersions = pgTable(
  "facet_map_version",
  {
    isOnly: boolean().primaryKey().default(true),
    version: bigint({ mode: "number" }).notNull(),
  },
  (t) => [check("facet_map_version_is_only", sql`${t.isOnly}`)],
);

/** Numbers of products whose facets, prices or stock changed. */
export const catalogChanges = pgTable(
  "catalog_change",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    number: integer().notNull(),
    /** Of the facet maps that have it; null until they do. Kept for some hundred versions, for those who follow. */
    version: bigint({ mode: "number" }),
  },
  (t) => [
    index("catalog_change_pending")
      .on(t.id)
      .where(sql`version is null`),
    index("catalog_change_version")
      .on(t.version)
      .where(sql`version is not null`),
  ],
);

/** Every word of a title, subtitle, vendor, type or tag: what a mistyped search is corrected to. Kept by `refresh_products`. */
export const searchWords = pgTable("search_word", { word: text().primaryKey() }, (t) => [
  index("search_word_trgm").using("gist", sql`lower(${t.word}) gist_trgm_ops`),
]);

export const productCategories = pgTable(
  "product_category",
  {
    productId: text()
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    categoryId: text()
      .notNull()
      .references(() => categories.id),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.categoryId] }),
    index("product_category_category").on(t.categoryId),
  ],
);

export const collectionProducts = pgTable(
  "collection_product",
  {
    collectionId: text()
      .notNull()
      .references(() => collections.id, { onDelete: "cascade" }),
    productId: text()
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    position: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.collectionId, t.productId] }),
    index("collection_product_product").on(t.productId),
  ],
);

export const productOptions = pgTable(
  "product_option",
  {
    id: text().primaryKey(),
    productId: text()
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    name: text().notNull(),
    position: integer().notNull(),
    /** In display order; a colour may carry a CSS swatch. */
    values: jsonb().$type<{ value: string; swatch?: string }[]>().notNull(),
  },
  (t) => [
    uniqueIndex("product_option_name").on(t.productId, t.name),
    check("product_option_axes", sql`${t.position} between 0 and 2`),
  ],
);

export const variants = pgTable(
  "variant",
  {
    id: text().primaryKey(),
    productId: text()
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    sku: text().unique(),
    barcode: text(),
    title: text().notNull(),
    /** Axis name -> value, one entry per option of the product. `{}` for a product without options. */
    options: jsonb().$type<Record<string, string>>().notNull().default({}),
    position: integer().notNull().default(0),
    weightGrams: integer().notNull().default(0),
    requiresShipping: boolean().notNull().default(true),
    taxable: boolean().notNull().default(true),
    /** False: stock is not counted, the variant always sells (services, made to order). */
    isTracked: boolean().notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("variant_options").on(t.productId, t.options),
    index("variant_product").on(t.productId, t.position),
  ],
);

/** What a variant costs in a region. No row: not sold there. */
export const prices = pgTable(
  "price",
  {
    variantId: text()
      .notNull()
      .references(() => variants.id, { onDelete: "cascade" }),
    regionId: text()
      .notNull()
      .references(() => regions.id),
    currency: char({ length: 3 }).notNull(),
    amountMinor: minor().notNull(),
    compareAtMinor: minor(),
  },
  (t) => [
    primaryKey({ columns: [t.variantId, t.regionId] }),
    check("price_amount", sql`${t.amountMinor} >= 0`),
    check(
      "price_compare_at",
      sql`${t.compareAtMinor} is null or ${t.compareAtMinor} >= ${t.amountMinor}`,
    ),
  ],
);

/** Lowest and highest variant price per region: what lists sort and filter by. No row: not sold there. Kept by `refresh_products`. */
export const productPrices = pgTable(
  "product_price",
  {
    productId: text()
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    regionId: text()
      .notNull()
      .references(() => regions.id),
    /** The product's. */
    number: integer().notNull(),
    minMinor: minor().notNull(),
    maxMinor: minor().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.regionId] }),
    index("product_price_order").on(t.regionId, t.minMinor, t.productId, t.number),
  ],
);

export const images = pgTable(
  "image",
  {
    id: text().primaryKey(),
    productId: text()
      .notNull()
      .references(() => products.id, { onDelete: "cascade" }),
    /** Set when the picture shows one variant. */
    variantId: text().references(() => variants.id, { onDelete: "set null" }),
    position: integer().notNull().default(0),
    /** `https://...` for imported pictures, or `/media/<handle>/<name>`: the widths and formats are appended by the reader. */
    src: text().notNull(),
    /** Widths rendered for a `/media` picture; empty for a URL. */
    widths: integer()
      .array()
      .notNull()
      .default(sql`'{}'`),
    alt: text().notNull().default(""),
    width: integer(),
    height: integer(),
    /** CSS colour or data URI shown until the picture is there. */
    placeholder: text(),
  },
  (t) => [
    uniqueIndex("image_position").on(t.productId, t.position),
    index("image_variant").on(t.variantId),
  ],
);
