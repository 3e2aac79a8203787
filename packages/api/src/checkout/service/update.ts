import { checkouts } from "@meridian/db/schema.ts";
import { and, eq, gt, sql } from "drizzle-orm";
import type { Region } from "../../catalog/contract.ts";
import { getRegion } from "../../catalog/service/regions.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { offeredProviders } from "../../kernel/payment/registry.ts";
import type { Address } from "../../orders/contract.ts";
import type { Checkout, UpdateCheckout } from "../contract.ts";
import { destinationOf, isSubdivisionUnknown } from "../rules.ts";
import { getCheckout, showCheckout } from "../service.ts";
import { checkoutNotFound, closedError, findCheckout, isPast, type CheckoutRow } from "./rows.ts";
import { toCheckout } from "./view.ts";

/**
 * Sets e-mail, address, shipping option and gift message; what is absent stays. One guarded update: of several at
 * once with the same version exactly one wins, and none touches a checkout that is being paid.
 * @throws not_found `checkout.not_found`; conflict `checkout.expired`, `checkout.not_open`
 * @throws precondition_failed `checkout.version_mismatch` {expected, actual} with the current checkout
 * @throws invalid `checkout.country_not_served`, `checkout.subdivision_unknown`, `checkout.shipping_option_not_found`
 */
export async function updateCheckout(
  ctx: ServiceContext,
  input: UpdateCheckout,
): Promise<Checkout> {
  const before = await findCheckout(ctx.db, input.checkoutId);
  if (before === null) throw checkoutNotFound(input.checkoutId);
  const region = await getRegion(ctx, before.row.regionId, before.row.language);
  if (input.shippingAddress !== undefined) requireServed(region, input.shippingAddress);
  if (input.shippingOptionId !== undefined) requireOption(region, input.shippingOptionId);
  const row = await writeFields(ctx, input);
  if (row === undefined) throw await refusal(ctx, input);
  // Attempts raise the version: of the same version, all that was read still holds.
  const isSame = before.row.version === input.expectedVersion;
  return isSame
    ? toCheckout({ ...before, row }, region, offeredProviders(ctx))
    : await getCheckout(ctx, input);
}

async function writeFields(
  ctx: ServiceContext,
  input: UpdateCheckout,
): Promise<CheckoutRow | undefined> {
  const { email = null, shippingAddress = null, shippingOptionId = null } = input;
  const address = shippingAddress && JSON.stringify(shippingAddress);
  const gift = input.giftMessage?.trim() || null;
  const hasGift = input.giftMessage !== undefined;
  const [changed] = await ctx.db
    .update(checkouts)
    .set({
      email: sql`coalesce(${email}, ${checkouts.email})`,
      shippingAddress: sql`coalesce(${address}::jsonb, ${checkouts.shippingAddress})`,
      shippingOptionId: sql`coalesce(${shippingOptionId}, ${checkouts.shippingOptionId})`,
      giftMessage: sql`case when ${hasGift}::boolean then ${gift}::text else ${checkouts.giftMessage} end`,
      version: sql`${checkouts.version} + 1`,
      updatedAt: sql`clock_timestamp()`,
    })
    .where(
      and(
        eq(checkouts.id, input.checkoutId),
        eq(checkouts.version, input.expectedVersion),
        sql`${checkouts.state} = 'open'`,
        gt(checkouts.expiresAt, sql`clock_timestamp()`),
      ),
    )
    .returning()
    .prepare("checkout_fields")
    .execute();
  return changed;
}

async function refusal(ctx: ServiceContext, input: UpdateCheckout): Promise<DomainError> {
  const loaded = await findCheckout(ctx.db, input.checkoutId);
  if (loaded === null) return checkoutNotFound(input.checkoutId);
  if (loaded.row.state !== "open" || isPast(loaded)) return closedError(loaded);
  return new DomainError("precondition_failed", "checkout.version_mismatch", {
    message: "The checkout changed meanwhile. Look at it again.",
    details: { expected: input.expectedVersion, actual: loaded.row.version },
    current: await showCheckout(ctx, loaded),
  });
}

function requireServed(region: Region, address: Address): void {
  const { country } = address;
  if (!region.countries.includes(country)) {
    throw new DomainError("invalid", "checkout.country_not_served", {
      message: `Orders in ${region.name} are not sent to ${country}.`,
      details: { country },
      errors: [{ pointer: "/shippingAddress/country", message: "is not a country served here" }],
    });
  }
  const destination = destinationOf(address, { country: null, subdivision: null }, region);
  if (isSubdivisionUnknown(region, destination)) {
    throw new DomainError("invalid", "checkout.subdivision_unknown", {
      message: "Tax depends on the state: give its two-letter code.",
      details: { country, subdivision: address.region ?? "" },
      errors: [{ pointer: "/shippingAddress/region", message: "must be a two-letter state code" }],
    });
  }
}

function requireOption(region: Region, shippingOptionId: string): void {
  if (region.shippingOptions.some((option) => option.id === shippingOptionId)) return;
  throw new DomainError("invalid", "checkout.shipping_option_not_found", {
    message: "There is no such way to ship here.",
    details: { shippingOptionId },
    errors: [{ pointer: "/shippingOptionId", message: "is not one of shippingOptions" }],
  });
}
