/** What managing a product says: the whole of it, every region's prices and drafts included. */
import { z } from "zod";
import { Money } from "../../kernel/money-shape.ts";
import { Instant } from "../../kernel/instant.ts";
import { Handle, OptionAxis, ProductId, RegionId, VariantId } from "../contract.ts";

/** A name that may be given; those that exist may be older than this rule. */
export const NewHandle = z
  .string()
  .regex(/^(?!prod_)[^\s/?#\\,]{1,200}$/, "must be a URL name without spaces, commas and slashes")
  .meta({ description: "URL name: unique, lower case by custom", example: "tide-teapot" });

export const ProductKey = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: "The product's handle, or its id", example: "tide-teapot" });

/** The same bound as the lists' price filters have. */
export const Amount = z.object({
  amountMinor: Money.shape.amountMinor.min(0).max(999_999_999_999),
  currency: Money.shape.currency,
});

export const RegionPrice = z
  .object({
    region: RegionId,
    price: Amount.meta({ description: "In the region's currency" }),
    compareAt: Amount.nullable().meta({ description: "What it cost before; not less than now" }),
  })
  .meta({ id: "RegionPrice" });
export type RegionPrice = z.infer<typeof RegionPrice>;

const optionValues = z.record(z.string().max(50), z.string().max(255));

const variantFields = {
  sku: z.string().min(1).max(255).nullable().meta({ description: "Unique in the shop" }),
  barcode: z.string().max(255).nullable(),
  title: z.string().max(500),
  options: optionValues.meta({
    description: "One value for each option of the product",
    example: { Color: "Sage", Size: "Large" },
  }),
  weightGrams: z.number().int().min(0).max(1_000_000_000),
  requiresShipping: z.boolean(),
  taxable: z.boolean(),
  isTracked: z.boolean().meta({ description: "false: stock is not counted, it always sells" }),
  prices: z.array(RegionPrice).meta({ description: "No price: not sold in that region" }),
};

export const VariantRecord = z
  .object({ id: VariantId, ...variantFields })
  .meta({ id: "VariantRecord" });
export type VariantRecord = z.infer<typeof VariantRecord>;

const imageFields = {
  src: z
    .string()
    .max(2048)
    .regex(/^(https?:\/\/\S+|\/media\/\S+)$/, "must be an http(s) address")
    .meta({ example: "https://pictures.example/teapot.jpg" }),
  alt: z.string().max(1000),
  variant: z
    .number()
    .int()
    .min(0)
    .nullable()
    .meta({ description: "Place in `variants` of the one that it shows" }),
  widths: z
    .array(z.number().int().min(1).max(20_000))
    .max(20)
    .meta({ description: "Widths that exist of a /media picture" }),
  width: z.number().int().min(1).max(100_000).nullable(),
  height: z.number().int().min(1).max(100_000).nullable(),
  placeholder: z.string().max(10_000).nullable(),
};
export const ImageRecord = z.object(imageFields).meta({ id: "ImageRecord" });
export type ImageRecord = z.infer<typeof ImageRecord>;

export const ProductStatus = z.enum(["draft", "active", "archived"]);

const fields = {
  handle: NewHandle,
  title: z.string().min(1).max(500),
  subtitle: z.string().max(500),
  description: z.string().max(200_000),
  details: z.array(z.string().max(1000)).max(50),
  vendor: z.string().max(255),
  productType: z.string().max(255),
  tags: z.array(z.string().min(1).max(255)).max(250),
  status: ProductStatus.meta({ description: "Shoppers see active products only" }),
  holdOnAdd: z.boolean().meta({ description: "A drop: adding it to a cart holds it" }),
  hue: z.number().int().min(0).max(359),
  categories: z.array(Handle).max(50).meta({ description: "Handles" }),
  collections: z.array(Handle).max(50).meta({ description: "Handles" }),
};

export const ProductRecord = z
  .object({
    id: ProductId,
    version: z.number().int(),
    ...fields,
    handle: Handle,
    options: z.array(OptionAxis),
    variants: z.array(VariantRecord),
    images: z.array(ImageRecord),
    publishedAt: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "ProductRecord" });
export type ProductRecord = z.infer<typeof ProductRecord>;

const NewOption = z.strictObject({
  name: z.string().min(1).max(50),
  values: z
    .array(
      z.strictObject({ value: z.string().min(1).max(255), swatch: z.string().max(50).optional() }),
    )
    .min(1)
    .max(250),
});

/** One that has the id or the options of a variant that is there changes it: what is left out stays. */
const VariantInput = z
  .strictObject({
    ...variantFields,
    prices: z
      .array(z.strictObject({ ...RegionPrice.shape, compareAt: Amount.nullable().optional() }))
      .max(20)
      .refine((list) => new Set(list.map(({ region }) => region)).size === list.length, {
        message: "has a region twice",
      }),
  })
  .partial()
  .extend({ id: VariantId.optional().meta({ description: "Of a variant that is there" }) });
export type VariantInput = z.infer<typeof VariantInput>;

const ImageInput = z.strictObject(imageFields).partial().required({ src: true });
export type ImageInput = z.infer<typeof ImageInput>;

const parts = {
  options: z.array(NewOption).max(3).meta({ description: "Axes of choice, in display order" }),
  variants: z.array(VariantInput).min(1).max(250),
  images: z.array(ImageInput).max(250),
};

const everything = z.strictObject({ ...fields, ...parts }).partial();

export const AddProduct = everything
  .required({ handle: true, title: true, variants: true })
  .extend({ idempotencyKey: z.string().min(1).max(255).optional() });
export type AddProduct = z.infer<typeof AddProduct>;

export const GetProductRecord = z.strictObject({ handle: ProductKey });
export type GetProductRecord = z.infer<typeof GetProductRecord>;

const expectedVersion = z
  .number()
  .int()
  .meta({ description: "Version of the product that the caller saw" });

/** Lists are replaced whole: a variant that is left out of `variants` is not sold any more. */
export const ChangeProduct = z.strictObject({
  ...everything.shape,
  handle: ProductKey,
  newHandle: NewHandle.optional(),
  expectedVersion,
});
export type ChangeProduct = z.infer<typeof ChangeProduct>;
/** What is wanted of a product, whether or not it is there already. */
export type ProductChange = Partial<z.infer<typeof everything>>;

export const RemoveProduct = z.strictObject({ handle: ProductKey, expectedVersion });
export type RemoveProduct = z.infer<typeof RemoveProduct>;
