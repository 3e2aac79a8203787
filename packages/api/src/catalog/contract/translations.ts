/** What managing translations says. A field that is left out, or null, is told in English. */
import { z } from "zod";
import { Language } from "../../kernel/language.ts";
import { Handle, ProductId, RegionId } from "../contract.ts";
import { ProductKey } from "./products.ts";

export const OtherLanguage = Language.exclude(["en"]).meta({
  description: "Another one than English, which is the product's or category's own",
  example: "de",
});
export type OtherLanguage = z.infer<typeof OtherLanguage>;

const productWords = {
  title: z.string().min(1).max(500).nullable(),
  subtitle: z.string().max(500).nullable(),
  description: z.string().max(200_000).nullable(),
  details: z.array(z.string().max(1000)).max(50).nullable(),
  alts: z.record(z.string().max(2048), z.string().max(1000)).meta({
    description: "What pictures show, by their `src`",
    example: { "https://pictures.example/teapot.jpg": "Teekanne in Salbei" },
  }),
};
const shelfWords = {
  title: z.string().min(1).max(255).nullable(),
  description: z.string().max(10_000).nullable(),
};
const version = z.number().int().meta({ description: "Of what is translated" });

export const ProductTranslations = z
  .object({
    id: ProductId,
    version,
    items: z.array(z.object({ language: OtherLanguage, ...productWords })),
  })
  .meta({ id: "ProductTranslations" });
export type ProductTranslations = z.infer<typeof ProductTranslations>;

export const ShelfTranslations = z
  .object({
    handle: Handle,
    version,
    items: z.array(z.object({ language: OtherLanguage, ...shelfWords })),
  })
  .meta({ id: "ShelfTranslations" });
export type ShelfTranslations = z.infer<typeof ShelfTranslations>;

const seen = { language: OtherLanguage, expectedVersion: z.number().int() };

export const GetProductTranslations = z.strictObject({ handle: ProductKey });
export type GetProductTranslations = z.infer<typeof GetProductTranslations>;
export const SetProductTranslation = z
  .strictObject(productWords)
  .partial()
  .extend({ handle: ProductKey, ...seen });
export type SetProductTranslation = z.infer<typeof SetProductTranslation>;
export const RemoveProductTranslation = z.strictObject({ handle: ProductKey, ...seen });
export type RemoveProductTranslation = z.infer<typeof RemoveProductTranslation>;

export const SetShelfTranslation = z
  .strictObject(shelfWords)
  .partial()
  .extend({ handle: Handle, ...seen });
export type SetShelfTranslation = z.infer<typeof SetShelfTranslation>;
export const RemoveShelfTranslation = z.strictObject({ handle: Handle, ...seen });
export type RemoveShelfTranslation = z.infer<typeof RemoveShelfTranslation>;

const OptionName = z.string().min(1).max(50).meta({ example: "Material" });
const optionWords = {
  label: z.string().min(1).max(255).nullable().meta({ description: "What the option is called" }),
  values: z.record(z.string().min(1).max(255), z.string().min(1).max(255)).meta({
    description: "What its values are called; one that is left out keeps its own name",
    example: { Sage: "Salbei" },
  }),
};
export const GetOptionTranslation = z.strictObject({ name: OptionName, language: OtherLanguage });
export type GetOptionTranslation = z.infer<typeof GetOptionTranslation>;
export const SetOptionTranslation = GetOptionTranslation.extend(optionWords);
export type SetOptionTranslation = z.infer<typeof SetOptionTranslation>;
export const OptionTranslation = z
  .object({ name: OptionName, language: OtherLanguage, ...optionWords })
  .meta({ id: "OptionTranslation" });
export type OptionTranslation = z.infer<typeof OptionTranslation>;

const shippingWords = {
  label: z.string().min(1).max(255).nullable().meta({ description: "null: told in English" }),
};
export const GetShippingTranslation = z.strictObject({
  region: RegionId,
  shippingOptionId: z.string().min(1).max(100),
  language: OtherLanguage,
});
export type GetShippingTranslation = z.infer<typeof GetShippingTranslation>;
export const SetShippingTranslation = GetShippingTranslation.extend(shippingWords);
export type SetShippingTranslation = z.infer<typeof SetShippingTranslation>;
export const ShippingTranslation = z
  .object({ ...GetShippingTranslation.shape, ...shippingWords })
  .meta({ id: "ShippingTranslation" });
export type ShippingTranslation = z.infer<typeof ShippingTranslation>;
