import { z } from "zod";
import { Cart } from "../../cart/contract.ts";
import { ProductId } from "../../catalog/contract.ts";
import { CheckoutId } from "../../checkout/contract.ts";
import { Instant } from "../../kernel/instant.ts";
import { Address, Order } from "../../orders/contract.ts";
import { Concern, ContributionId } from "../../reviews/contract.ts";
import { Contribution } from "../../reviews/contract/contributions.ts";
import { StockWatch } from "../../watches/contract.ts";
import { SavedAddress } from "./addresses.ts";
import { Action } from "./clients.ts";
import { Consent, Preferences } from "./preferences.ts";
import { Email, User } from "./users.ts";

/** All that is kept of a user, in the shapes that the API has elsewhere. */
export const AccountExport = z
  .object({
    user: User,
    addresses: z.array(SavedAddress),
    preferences: Preferences,
    consents: z
      .array(Consent.extend({ purpose: z.enum(["marketing", "surveys"]) }))
      .meta({ description: "Each change, the oldest first" }),
    cart: Cart.nullable(),
    orders: z.array(Order),
    checkouts: z
      .array(
        z.object({
          id: CheckoutId,
          state: z.string(),
          email: z.string().nullable(),
          shippingAddress: Address.nullable(),
          giftMessage: z.string().nullable(),
          createdAt: Instant,
        }),
      )
      .meta({ description: "Those that no order came of" }),
    sessions: z.array(
      z.object({
        createdAt: Instant,
        expiresAt: Instant,
        address: z.string().nullable(),
        userAgent: z.string().nullable(),
      }),
    ),
    passkeys: z.array(z.object({ name: z.string().nullable(), createdAt: Instant })),
    applications: z
      .array(z.object({ name: z.string(), scopes: z.array(z.string()), allowedAt: Instant }))
      .meta({ description: "That may act for the user" }),
    contributions: z
      .array(Contribution)
      .meta({ description: "Reviews, questions and answers, published or not" }),
    votes: z
      .array(z.object({ contributionId: ContributionId, at: Instant }))
      .meta({ description: "What of others' writing they found helpful" }),
    reports: z.array(z.object({ contributionId: ContributionId, reason: Concern, at: Instant })),
    watches: z
      .array(StockWatch)
      .meta({ description: "What they are to be told of when it is back" }),
    wishlist: z
      .object({
        sharedAt: Instant.nullable().meta({ description: "Since when others may read it" }),
        items: z.array(z.object({ productId: ProductId, title: z.string(), addedAt: Instant })),
      })
      .nullable()
      .meta({ description: "null: nothing was ever put on it" }),
    surveys: z
      .array(
        z.object({
          orderNumber: z.string().nullable().meta({ description: "null: of a cart" }),
          state: z.enum(["planned", "skipped", "asked", "answered"]),
          askedAt: Instant.nullable(),
          rating: z.number().int().nullable(),
          choice: z.string().nullable(),
          comment: z.string().nullable(),
          answeredAt: Instant.nullable(),
        }),
      )
      .meta({ description: "What they are asked about, and what they said" }),
    actions: z.array(Action).meta({ description: "What they did as staff" }),
  })
  .meta({ id: "AccountExport" });
export type AccountExport = z.infer<typeof AccountExport>;

export const EraseMe = z.strictObject({
  email: Email.meta({ description: "The account's own, so that nobody erases one by mistake" }),
});
export type EraseMe = z.output<typeof EraseMe>;

export const privacyReasons = {
  "accounts.address_differs": z.object({}),
} as const;
