/**
 * Watches: who wants to be told by mail when a sold-out variant can be bought again. Each is for one address, which has
 * agreed to it, is told at most once, and is over then. Nobody learns from an answer whether an address waits for something;
 * a watch holds no stock.
 */
import { z } from "zod";
import { Email } from "../accounts/contract/users.ts";
import {
  Handle,
  Image,
  ProductId,
  RegionId,
  VariantId,
  VariantOptions,
} from "../catalog/contract.ts";
import { id } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";

export const WatchId = id("wat");

export const WatchLanguage = z.enum(["en", "de", "ja"]).meta({ description: "Of the mail" });
export type WatchLanguage = z.infer<typeof WatchLanguage>;

export const StockWatch = z
  .object({
    id: WatchId,
    variantId: VariantId,
    product: z.object({
      id: ProductId,
      handle: Handle,
      title: z.string(),
      hue: z.number().int(),
      image: Image.nullable(),
    }),
    variantTitle: z.string(),
    options: VariantOptions,
    language: WatchLanguage,
    region: RegionId,
    createdAt: Instant,
  })
  .meta({ id: "StockWatch" });
export type StockWatch = z.infer<typeof StockWatch>;

const mailIn = {
  language: WatchLanguage.default("en"),
  region: RegionId.default("eu").meta({ description: "The market that the mail leads to" }),
};

export const AskToWatch = z.strictObject({
  variantId: VariantId,
  email: Email,
  ...mailIn,
  idempotencyKey: z.string().min(1).max(255).optional(),
});
export type AskToWatch = z.output<typeof AskToWatch>;

export const Asked = z
  .object({
    variantId: VariantId,
    state: z.literal("unconfirmed").meta({
      description: "Whatever the address waits for already: only its mailbox knows",
    }),
  })
  .meta({ id: "WatchAsked" });
export type Asked = z.infer<typeof Asked>;

const token = z.string().min(1).max(100).meta({ description: "From the link in a mail" });
const idempotencyKey = AskToWatch.shape.idempotencyKey;

export const ConfirmWatch = z.strictObject({ token, idempotencyKey });
export type ConfirmWatch = z.output<typeof ConfirmWatch>;

export const WithdrawWatch = z.strictObject({
  token: token.meta({
    description: "From the link in a mail: of one watch, or of all that the address waits for",
  }),
  idempotencyKey,
});
export type WithdrawWatch = z.output<typeof WithdrawWatch>;

export const Withdrawn = z
  .object({ ended: z.number().int().meta({ description: "Watches that ended now" }) })
  .meta({ id: "WatchWithdrawn" });
export type Withdrawn = z.infer<typeof Withdrawn>;

export const SetOwnWatch = z.strictObject({ variantId: VariantId, ...mailIn });
export type SetOwnWatch = z.output<typeof SetOwnWatch>;

export const OneVariant = z.strictObject({ variantId: VariantId });
export type OneVariant = z.infer<typeof OneVariant>;

export const OwnWatches = z.object({ items: z.array(StockWatch) }).meta({ id: "StockWatches" });
export type OwnWatches = z.infer<typeof OwnWatches>;

export const reasons = {
  /** There is nothing to wait for. */
  "watches.in_stock": OneVariant,
  /** Of one address, or of one that has confirmed none. */
  "watches.too_many": z.object({ max: z.number() }),
  /** One's own, of the variant. */
  "watches.not_found": OneVariant,
  /** It was used, is too old, or was made up. */
  "watches.link_invalid": z.object({}),
} as const;
