/**
 * The catalogue: what is sold, how it looks, what it costs in each region. Prices are integer minor
 * units with their currency; lists are keyset-paged and stable while products are added.
 * It never tells how much is left of something: that is inventory's.
 */
import { z } from "zod";
import { id } from "../kernel/ids.ts";
import { inLanguage } from "../kernel/language.ts";
import { Currency, Money } from "../kernel/money-shape.ts";
import { PageInput } from "../kernel/page.ts";
import { Instant } from "../kernel/instant.ts";

export const ProductId = id("prod");
export const VariantId = id("var");
export const Handle = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: "URL name: lower case, unique, stable", example: "tide-teapot" });
export const RegionId = z
  .enum(["eu", "uk", "us", "jp"])
  .meta({ description: "Market: currency, tax and shipping" });
export type RegionId = z.infer<typeof RegionId>;

export const ShippingOption = z
  .object({
    id: z.string(),
    label: z.string(),
    price: Money,
    freeFrom: Money.nullable().meta({ description: "Free from this subtotal on" }),
    minDays: z.number().int(),
    maxDays: z.number().int(),
  })
  .meta({ id: "ShippingOption" });
export type ShippingOption = z.infer<typeof ShippingOption>;

export const TaxRate = z.object({
  country: z.string(),
  subdivision: z.string(),
  basisPoints: z.number().int(),
});
export type TaxRate = z.infer<typeof TaxRate>;

export const Region = z
  .object({
    id: RegionId,
    name: z.string(),
    currency: Currency,
    taxInclusive: z
      .boolean()
      .meta({ description: "true: prices contain tax; false: tax is added" }),
    countries: z
      .array(z.string())
      .meta({ description: "ISO 3166-1 alpha-2; the first is the default" }),
    locale: z.string(),
    taxRates: z.array(TaxRate),
    shippingOptions: z.array(ShippingOption),
  })
  .meta({ id: "Region" });
export type Region = z.infer<typeof Region>;

export const Image = z
  .object({
    src: z.string().meta({
      description:
        "An https URL; or /media/<handle>/<name>, to which -<width>.avif or -<width>.webp is appended",
    }),
    widths: z
      .array(z.number().int())
      .meta({ description: "Widths that exist of a /media picture" }),
    alt: z.string(),
    width: z.number().int().nullable(),
    height: z.number().int().nullable(),
    placeholder: z.string().nullable(),
    variantId: VariantId.nullable(),
  })
  .meta({ id: "Image" });
export type Image = z.infer<typeof Image>;

export const VariantOptions = z.record(z.string(), z.string()).meta({
  description: "Value by axis, in no order; the variant's title has the values in the product's",
  example: { Color: "Sage", Size: "Large" },
});

export const Variant = z
  .object({
    id: VariantId,
    sku: z.string().nullable(),
    title: z.string(),
    options: VariantOptions,
    price: Money,
    compareAt: Money.nullable().meta({ description: "What it cost before" }),
    available: z
      .number()
      .int()
      .nullable()
      .meta({ description: "Units that can be bought now; null: not counted, always sells" }),
  })
  .meta({ id: "Variant" });
export type Variant = z.infer<typeof Variant>;

export const Rating = z
  .object({
    average: z.number().meta({ description: "Stars, to one decimal", example: 4.3 }),
    count: z.number().int().meta({ description: "Of published reviews" }),
  })
  .meta({ id: "Rating" });
export type Rating = z.infer<typeof Rating>;

export const ProductSummary = z
  .object({
    id: ProductId,
    handle: Handle,
    title: z.string(),
    subtitle: z.string(),
    vendor: z.string(),
    hue: z.number().int().meta({ description: "OKLCH hue of its stage, 0-359" }),
    price: Money.meta({ description: "Lowest price of its variants" }),
    compareAt: Money.nullable(),
    priceVaries: z.boolean(),
    holdOnAdd: z.boolean().meta({ description: "A drop: adding it to a cart holds it" }),
    image: Image.nullable(),
    hoverImage: Image.nullable(),
    variants: z.array(Variant),
    rating: Rating.nullable().meta({ description: "null: no review yet" }),
    version: z.number().int(),
  })
  .meta({ id: "ProductSummary" });
export type ProductSummary = z.infer<typeof ProductSummary>;

const optionValue = { value: z.string(), swatch: z.string().optional() };
export const OptionAxis = z.object({ name: z.string(), values: z.array(z.object(optionValue)) });
export type OptionAxis = z.infer<typeof OptionAxis>;

const label = z.string().meta({ description: "What it is called in the language asked for" });
/** Names and values are keys, the same in every language; labels are for reading. */
export const LabelledAxis = z.object({
  name: z.string(),
  label,
  values: z.array(z.object({ ...optionValue, label })),
});
export type LabelledAxis = z.infer<typeof LabelledAxis>;

export const CategoryRef = z.object({ id: id("cat"), handle: Handle, title: z.string() });

export const Product = ProductSummary.extend({
  description: z.string(),
  details: z.array(z.string()),
  tags: z.array(z.string()),
  options: z.array(LabelledAxis),
  images: z.array(Image),
  categories: z.array(CategoryRef).meta({ description: "From the top down: breadcrumbs" }),
  collections: z.array(z.object({ id: id("col"), handle: Handle, title: z.string() })),
  publishedAt: Instant.nullable(),
  updatedAt: Instant,
}).meta({ id: "Product" });
export type Product = z.infer<typeof Product>;

const categoryFields = {
  id: id("cat"),
  handle: Handle,
  title: z.string(),
  description: z.string(),
  hue: z.number().int(),
  imageSrc: z.string().nullable(),
  productCount: z.number().int(),
};
export const Category = z
  .object({ ...categoryFields, children: z.array(z.object(categoryFields)) })
  .meta({ id: "Category" });
export type Category = z.infer<typeof Category>;

export const Collection = z
  .object({
    id: id("col"),
    handle: Handle,
    title: z.string(),
    description: z.string(),
    hue: z.number().int(),
    startsAt: Instant.nullable().meta({ description: "Set for a drop: when it opens" }),
    admits: z
      .number()
      .int()
      .nullable()
      .meta({ description: "Of a drop: so many shop at once; null: it has no line" }),
    productCount: z.number().int(),
  })
  .meta({ id: "Collection" });
export type Collection = z.infer<typeof Collection>;

export const ProductSort = z.enum(["relevance", "newest", "price", "-price", "title", "rating"]);
export type ProductSort = z.infer<typeof ProductSort>;

export const ListProducts = z.strictObject({
  search: z.string().trim().max(200).optional(),
  category: Handle.optional(),
  collection: Handle.optional(),
  options: z
    .record(z.string().max(50), z.array(z.string().max(100)).max(20))
    .optional()
    .meta({
      description:
        "Axis -> wanted values. Several values of one axis: any of them; several axes: all of them",
    }),
  priceMin: z
    .number()
    .int()
    .min(0)
    .optional()
    .meta({ description: "Minor units of the region's currency" }),
  priceMax: z.number().int().min(0).optional(),
  availability: z.enum(["in_stock", "any"]).default("any"),
  ratingMin: z
    .number()
    .int()
    .min(1)
    .max(4)
    .optional()
    .meta({ description: "So many stars or more, on average" }),
  sort: ProductSort.optional().meta({
    description:
      "relevance when searching, else newest; rating: the best first, where few reviews count for less",
  }),
  region: RegionId.default("eu"),
  ...inLanguage,
  ...PageInput.shape,
});
export type ListProducts = z.output<typeof ListProducts>;

export const Facet = z
  .object({
    value: z.string(),
    label: z.string(),
    count: z.number().int(),
    swatch: z.string().optional(),
  })
  .meta({ id: "Facet" });
export const Facets = z
  .object({
    categories: z.array(Facet),
    collections: z.array(Facet),
    options: z.array(z.object({ name: z.string(), label, values: z.array(Facet) })),
    price: z.object({ min: Money, max: Money }).nullable(),
    ratings: z
      .array(z.object({ min: z.number().int(), count: z.number().int() }))
      .meta({ description: "How many have so many stars or more; from four down" }),
    inStock: z.number().int().meta({
      description:
        "How many can be bought now; an estimate of over 5,000 matches when options are chosen, too",
    }),
  })
  .meta({ id: "Facets" });
export type Facets = z.infer<typeof Facets>;

export const ProductPage = z
  .object({
    items: z.array(ProductSummary),
    nextCursor: z.string().nullable(),
    total: z.number().int().nullable().meta({
      description:
        "Matches in all, on the first page only; null also when a huge list could not be counted in time",
    }),
    facets: Facets.nullable().meta({
      description:
        "On the first page only. A facet's counts ignore that facet's own filter, so that others can be chosen",
    }),
    correctedTo: z
      .string()
      .nullable()
      .meta({ description: "Set when nothing matched the words as typed and these did" }),
  })
  .meta({ id: "ProductPage" });
export type ProductPage = z.infer<typeof ProductPage>;

export const GetProduct = z.strictObject({
  handle: Handle,
  region: RegionId.default("eu"),
  ...inLanguage,
});
export type GetProduct = z.output<typeof GetProduct>;

export const ReadHighlights = z.strictObject({
  region: RegionId.default("eu"),
  limit: z.number().int().min(1).max(24).default(8).meta({ description: "Of each list" }),
  ...inLanguage,
});
export type ReadHighlights = z.output<typeof ReadHighlights>;

export const Highlights = z
  .object({
    selling: z.array(ProductSummary).meta({
      description: "What sold most in the last seven days, the most units first",
    }),
    backInStock: z.array(ProductSummary).meta({
      description: "What was sold out and came back in the last seven days, the latest first",
    }),
  })
  .meta({ id: "Highlights" });
export type Highlights = z.infer<typeof Highlights>;

export const ReadInLanguage = z.strictObject(inLanguage);
export type ReadInLanguage = z.output<typeof ReadInLanguage>;

export const Suggest = z.strictObject({
  q: z.string().trim().min(1).max(100),
  region: RegionId.default("eu"),
  limit: z.number().int().min(1).max(20).default(8),
  ...inLanguage,
});
export type Suggest = z.output<typeof Suggest>;

export const Suggestions = z
  .object({
    products: z.array(
      z.object({
        id: ProductId,
        handle: Handle,
        title: z.string(),
        price: Money,
        priceVaries: z.boolean().meta({ description: "Whether other variants cost more" }),
        hue: z.number().int(),
        image: Image.nullable(),
      }),
    ),
    categories: z.array(CategoryRef),
    total: z.number().int().meta({ description: "How many products fit; about, of thousands" }),
    correctedTo: z
      .string()
      .nullable()
      .meta({ description: "Set when nothing matched the words as typed and these did" }),
  })
  .meta({ id: "Suggestions" });
export type Suggestions = z.infer<typeof Suggestions>;

/** Reasons of refusals, with their details. */
export const reasons = {
  "catalog.product_not_found": z.object({ handle: z.string() }),
  "catalog.category_not_found": z.object({ handle: z.string() }),
  "catalog.collection_not_found": z.object({ handle: z.string() }),
  "catalog.option_not_found": z.object({ name: z.string() }),
  "catalog.shipping_option_not_found": z.object({
    region: RegionId,
    shippingOptionId: z.string(),
  }),
  "catalog.region_not_found": z.object({ region: z.string() }),
  "catalog.version_mismatch": z.object({ expected: z.number(), actual: z.number() }),
  "catalog.precondition_required": z.object({}),
  /** Of a file's row: a new product lacks what a product needs. */
  "catalog.incomplete": z.object({ missing: z.array(z.string()) }),
  "catalog.handle_taken": z.object({ handle: z.string() }),
  "catalog.sku_taken": z.object({ sku: z.string() }),
  /** Options and variants do not belong together: an axis or a value that one of them does not know. */
  "catalog.options_mismatch": z.object({}),
  "catalog.duplicate_variant": z.object({ variants: z.array(z.number()) }),
  "catalog.unknown_variant": z.object({ variant: z.union([z.string(), z.number()]) }),
  "catalog.variant_not_found": z.object({ variantId: VariantId }),
  "catalog.wrong_currency": z.object({ region: z.string(), currency: Currency }),
  "catalog.compare_at_below_price": z.object({ region: z.string() }),
  "catalog.unknown_category": z.object({ handles: z.array(z.string()) }),
  "catalog.unknown_collection": z.object({ handles: z.array(z.string()) }),
  /** The tree has two levels. */
  "catalog.category_too_deep": z.object({ parent: z.string() }),
  "catalog.category_has_children": z.object({ children: z.array(z.string()) }),
} as const;
