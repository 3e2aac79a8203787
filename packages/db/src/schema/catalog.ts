import { sql } from "drizzle-orm";
import {
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

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

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
});

export const products = pgTable(
  "product",
  {
    id: text().primaryKey(),
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
    status: text().$type<"draft" | "active" | "archived">().notNull().default("active"),
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
    /** Weighted full text: title A, subtitle/vendor/type/tags B, description C. Kept by the database. */
    searchVector: tsvector().generatedAlwaysAs(
      sql`setweight(to_tsvector('simple', immutable_unaccent(title)), 'A') || setweight(to_tsvector('english', immutable_unaccent(title)), 'A') || setweight(to_tsvector('english', immutable_unaccent(subtitle || ' ' || vendor || ' ' || product_type || ' ' || immutable_array_to_string(tags))), 'B') || setweight(to_tsvector('english', immutable_unaccent(description)), 'C')`,
    ),
    version: integer().notNull().default(1),
    publishedAt: instant().default(sql`now()`),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index("product_search").using("gin", t.searchVector),
    index("product_facets").using("gin", t.facets),
    // Keyset orders of the list: newest and title. Partial: shoppers only see active products.
    index("product_newest")
      .on(t.publishedAt.desc(), t.id.desc())
      .where(sql`status = 'active'`),
    // Folded and cut, so that a cursor stays short; byte order, so that no collation update can break it.
    index("product_by_title")
      .on(sql`left(lower(immutable_unaccent(title)), 80) collate "C"`, t.id)
      .where(sql`status = 'active'`),
    check("product_hue", sql`${t.hue} between 0 and 359`),
  ],
);

/** Every word of a title, subtitle, vendor, type or tag: what a mistyped search is corrected to. Kept by `refresh_products`. */
export const searchWords = pgTable("search_word", { word: text().primaryKey() }, (t) => [
  index("search_word_trgm").using("gist", sql`${t.word} gist_trgm_ops`),
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
    minMinor: minor().notNull(),
    maxMinor: minor().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.regionId] }),
    index("product_price_order").on(t.regionId, t.minMinor, t.productId),
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
