/**
 * Promotions: a code that a shopper enters, or a rule that applies by itself; a share or an amount off
 * the goods, or free standard shipping. Carts are priced with them by the cart's own rules. A code's
 * use limit holds whoever pays at once. A cart carries one code; on its goods one promotion counts, the one
 * that takes most off.
 */
import { z } from "zod";
import { id } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { Language } from "../kernel/language.ts";
import { Currency, Money } from "../kernel/money-shape.ts";
import { PageInput } from "../kernel/page.ts";

export const PromotionId = id("promo");

/** Read in capitals, however it is typed. */
export const PromotionCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9_-]{2,39}$/, "must be 3 to 40 letters, digits, - or _")
  .meta({ example: "WELCOME10" });

const BasisPoints = z
  .number()
  .int()
  .min(1)
  .max(10_000)
  .meta({ description: "Hundredths of a percent: 1000 is 10 %" });
const AmountOff = z.strictObject({
  amountMinor: z.number().int().min(1).max(99_999_999),
  currency: Currency,
});

export const Discount = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("percentage"), basisPoints: BasisPoints }),
    z.strictObject({ type: z.literal("amount"), amount: AmountOff }),
    z.strictObject({ type: z.literal("free_shipping") }),
  ])
  .meta({ id: "Discount", description: "free_shipping: the standard option's price" });
export type Discount = z.infer<typeof Discount>;

/** What decides whether, and by how much, a cart gets cheaper. */
export const PromotionTerms = z.object({
  id: PromotionId,
  code: z.string().nullable().meta({ description: "null: applies by itself" }),
  title: z.string(),
  discount: Discount,
  minimumSubtotal: Money.nullable(),
});
export type PromotionTerms = z.infer<typeof PromotionTerms>;

/** What a promotion took off a purchase. */
export const AppliedPromotion = PromotionTerms.pick({ id: true, code: true, title: true })
  .extend({
    reduction: Money.meta({ description: "Off the goods; a part of `totals.discount`" }),
    freesShipping: z.boolean(),
  })
  .meta({ id: "AppliedPromotion" });
export type AppliedPromotion = z.infer<typeof AppliedPromotion>;

export const Promotion = PromotionTerms.extend({
  version: z.number().int(),
  startsAt: Instant,
  endsAt: Instant.nullable(),
  useLimit: z.number().int().nullable(),
  useLimitPerEmail: z.number().int().nullable(),
  uses: z.number().int().meta({ description: "By orders, and by checkouts being paid" }),
  isActive: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
}).meta({ id: "Promotion" });
export type Promotion = z.infer<typeof Promotion>;

export const PromotionPage = z
  .object({ items: z.array(Promotion), nextCursor: z.string().nullable() })
  .meta({ id: "PromotionPage" });
export type PromotionPage = z.infer<typeof PromotionPage>;

const Title = z.string().trim().min(1).max(120);
const Limit = z.number().int().min(1).max(100_000_000);

export const CreatePromotion = z.strictObject({
  code: PromotionCode.optional(),
  title: Title,
  discount: Discount,
  minimumSubtotal: AmountOff.optional().meta({
    description: "Of the goods before discount; in the amount's currency, where there is one",
  }),
  startsAt: Instant.optional().meta({ description: "Now, unless told" }),
  endsAt: Instant.optional(),
  useLimit: Limit.optional().meta({ description: "Only with a code, as useLimitPerEmail" }),
  useLimitPerEmail: Limit.optional(),
  idempotencyKey: z.string().min(1).max(255).optional(),
});
export type CreatePromotion = z.infer<typeof CreatePromotion>;

export const GetPromotion = z.strictObject({ promotionId: PromotionId });
export type GetPromotion = z.infer<typeof GetPromotion>;

export const ListPromotions = z.strictObject(PageInput.shape);
export type ListPromotions = z.output<typeof ListPromotions>;

/** What it takes off stays as it was given out: another discount is another promotion. */
export const UpdatePromotion = z.strictObject({
  promotionId: PromotionId,
  title: Title.optional(),
  startsAt: Instant.optional(),
  endsAt: Instant.nullable().optional(),
  useLimit: Limit.nullable().optional(),
  useLimitPerEmail: Limit.nullable().optional(),
  isActive: z.boolean().optional(),
  expectedVersion: z.number().int(),
});
export type UpdatePromotion = z.infer<typeof UpdatePromotion>;

const OtherLanguage = Language.exclude(["en"]).meta({ example: "de" });
export const PromotionTranslations = z
  .object({
    promotionId: PromotionId,
    version: z.number().int().meta({ description: "The promotion's" }),
    items: z.array(z.object({ language: OtherLanguage, title: z.string() })),
  })
  .meta({ id: "PromotionTranslations" });
export type PromotionTranslations = z.infer<typeof PromotionTranslations>;

export const SetPromotionTranslation = z.strictObject({
  promotionId: PromotionId,
  language: OtherLanguage,
  title: Title.nullable().meta({ description: "null: it is told in English" }),
  expectedVersion: z.number().int(),
});
export type SetPromotionTranslation = z.infer<typeof SetPromotionTranslation>;

const WithCode = z.object({ code: z.string() });

/** Why a promotion takes nothing off a cart, each with its details. */
const refusals = {
  "promotions.not_started": WithCode.extend({ startsAt: Instant }),
  "promotions.expired": WithCode.extend({ endsAt: Instant }),
  "promotions.used_up": WithCode.extend({ limit: z.enum(["total", "email"]) }),
  "promotions.not_applicable": z.object({
    code: z.string().nullable(),
    minimumSubtotal: Money.nullable(),
    currency: Currency.meta({ description: "The one that it applies in" }),
  }),
} as const;

const refusal = <R extends keyof typeof refusals>(reason: R) =>
  z.object({ reason: z.literal(reason), details: refusals[reason] });

export const PromotionRefusal = z
  .discriminatedUnion("reason", [
    refusal("promotions.not_started"),
    refusal("promotions.expired"),
    refusal("promotions.used_up"),
    refusal("promotions.not_applicable"),
  ])
  .meta({ id: "PromotionRefusal" });
export type PromotionRefusal = z.infer<typeof PromotionRefusal>;

export const reasons = {
  ...refusals,
  /** With the id where it is managed, with the code where it is used. */
  "promotions.not_found": z.object({
    promotionId: PromotionId.optional(),
    code: z.string().optional(),
  }),
  "promotions.code_taken": WithCode,
  "promotions.code_required": z.object({}),
  "promotions.currencies_differ": z.object({}),
  "promotions.ends_before_start": z.object({}),
  "promotions.precondition_required": z.object({}),
  "promotions.version_mismatch": z.object({ expected: z.number(), actual: z.number() }),
} as const;
