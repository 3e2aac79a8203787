import { z } from "zod";
import { RegionId } from "../../catalog/contract.ts";
import { Instant } from "../../kernel/instant.ts";
import { Currency } from "../../kernel/money-shape.ts";

/** What somebody agreed to or took back: to which words, and when. */
export const Consent = z
  .object({ isGiven: z.boolean(), textVersion: z.string(), at: Instant })
  .meta({ id: "Consent" });
export type Consent = z.infer<typeof Consent>;

const Locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, "must be a BCP 47 tag: de, en-GB");

export const Preferences = z
  .object({
    version: z.number().int(),
    region: RegionId.nullable(),
    currency: Currency.nullable().meta({ description: "The region's" }),
    locale: z.string().nullable(),
    marketing: Consent.nullable().meta({ description: "null: never asked, which is a no" }),
    surveys: Consent.nullable().meta({
      description: "To be asked by mail how an order was; null: never asked, which is a no",
    }),
  })
  .meta({ id: "Preferences" });
export type Preferences = z.infer<typeof Preferences>;

const ConsentChange = z
  .strictObject({
    isGiven: z.boolean(),
    textVersion: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .meta({ description: "Which words were shown: your name for them", example: "2026-11" }),
  })
  .optional()
  .meta({ description: "Recorded with the time; every change of it is kept" });

export const UpdatePreferences = z.strictObject({
  region: RegionId.nullable().optional(),
  locale: Locale.nullable().optional(),
  marketing: ConsentChange,
  surveys: ConsentChange,
  expectedVersion: z.number().int(),
});
export type UpdatePreferences = z.infer<typeof UpdatePreferences>;

export const preferenceReasons = {
  "preferences.version_mismatch": z.object({ expected: z.number(), actual: z.number() }),
  "preferences.precondition_required": z.object({}),
} as const;
