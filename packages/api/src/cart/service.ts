/**
 * Carts: made, read, moved to another market. Lines change in service/lines.ts (exact, with a
 * precondition) and service/operations.ts (mergeable, without). It never takes stock, except for a
 * drop's lines, and never decides what is charged: the checkout freezes that.
 */
import { sql } from "drizzle-orm";
import type { Region } from "../catalog/contract.ts";
import { getRegion } from "../catalog/service/regions.ts";
import type { ServiceContext } from "../kernel/context.ts";
import { newId } from "../kernel/ids.ts";
import { defaultLanguage } from "../kernel/language.ts";
import { statement } from "../kernel/statement.ts";
import { inTransaction, type TransactionContext } from "../kernel/transaction.ts";
import type { Cart, CreateCart, GetCart, UpdateCart } from "./contract.ts";
import { lockOwnCart } from "./service/own.ts";
import { countryNotServed, versionMismatch } from "./service/refusals.ts";
import { type CartRow, loadCart } from "./service/rows.ts";
import {
  cartEnd,
  lockActiveCart,
  priceLoaded,
  raiseVersion,
  requireHeldCart,
} from "./service/write.ts";

/**
 * A user has one cart, and gets that one.
 * @throws invalid `cart.country_not_served` {country}
 */
export async function createCart(ctx: ServiceContext, input: CreateCart): Promise<Cart> {
  const { actor } = ctx;
  if (actor.kind !== "user") return insertCart(ctx, input, null);
  return inTransaction(ctx, async (tx) => {
    const cartId = await lockOwnCart(tx, actor.id);
    return cartId === null ? insertCart(tx, input, actor.id) : getCart(tx, { cartId });
  });
}

async function insertCart(
  ctx: ServiceContext,
  input: CreateCart,
  userId: string | null,
): Promise<Cart> {
  const region = await getRegion(ctx, input.region);
  const row: CartRow = {
    id: newId("cart"),
    userId,
    regionId: region.id,
    country: input.country === undefined ? null : servedCountry(region, input.country),
    subdivision: input.subdivision ?? null,
    language: input.language ?? defaultLanguage,
    state: "active",
    version: 1,
    promotionCode: null,
  };
  await statement(
    ctx.db,
    sql`insert into cart (id, user_id, region_id, currency, country, subdivision, language,
          state, version, expires_at)
        values (${row.id}, ${userId}, ${row.regionId}, ${region.currency}, ${row.country}, ${row.subdivision},
          ${row.language}, ${row.state}, ${row.version}, ${cartEnd(ctx)})`,
  );
  return priceLoaded(ctx, { row, lines: [], promotions: [] });
}

/** The priced cart, whoever asks; null when there is none or it has ended. */
export async function findCart(ctx: ServiceContext, input: GetCart): Promise<Cart | null> {
  return (await findCartOf(ctx, input)).cart;
}

/** As {@link findCart}, with the user who alone may see it; null: whoever has its id may. */
export async function findCartOf(
  ctx: ServiceContext,
  { cartId }: GetCart,
): Promise<{ cart: Cart | null; userId: string | null }> {
  const loaded = await loadCart(ctx.db, { cartId, now: ctx.clock.now() });
  if (loaded === null) return { cart: null, userId: null };
  return { cart: await priceLoaded(ctx, loaded), userId: loaded.row.userId };
}

/** @throws not_found `cart.not_found` {cartId} */
export async function getCart(ctx: ServiceContext, input: GetCart): Promise<Cart> {
  return priceLoaded(ctx, await requireHeldCart(ctx, input.cartId));
}

/**
 * Moves the cart to another market, destination or language. Lines stay; they cost what they cost there, and
 * one that has no price there says so. Nothing new changes nothing, the version included.
 * @throws invalid `cart.country_not_served` {country}
 * @throws precondition_failed `cart.version_mismatch`, conflict `cart.not_active`, not_found `cart.not_found`
 */
export async function updateCart(ctx: ServiceContext, input: UpdateCart): Promise<Cart> {
  return inTransaction(ctx, async (tx) => {
    await lockActiveCart(tx, input.cartId);
    const before = await requireHeldCart(tx, input.cartId);
    if (input.expectedVersion !== undefined && input.expectedVersion !== before.row.version)
      throw versionMismatch(input.expectedVersion, await priceLoaded(tx, before));
    const region = await getRegion(tx, input.region ?? before.row.regionId);
    const next = destinationAfter(before.row, input, region);
    const { language = before.row.language } = input;
    const isMoved = !isSame(before.row, next);
    if (!isMoved && language === before.row.language) return priceLoaded(tx, before);
    await raiseVersion(tx, input.cartId, input.expectedVersion);
    if (isMoved) await writeMarket(tx, input.cartId, next, region);
    await statement(
      tx.db,
      sql`update cart set language = ${language} where id = ${input.cartId} and language <> ${language}`,
    );
    return getCart(tx, input);
  });
}

type Market = Pick<CartRow, "regionId" | "country" | "subdivision">;

/** What is not said stays, where the new region serves it; a subdivision belongs to its country. */
function destinationAfter(before: Market, input: UpdateCart, region: Region): Market {
  const country =
    input.country === undefined
      ? ([before.country].find((c) => c !== null && region.countries.includes(c)) ?? null)
      : servedCountry(region, input.country);
  const kept = country === before.country && region.id === before.regionId;
  const subdivision =
    input.subdivision === undefined ? (kept ? before.subdivision : null) : input.subdivision;
  return { regionId: region.id, country, subdivision };
}

function isSame(a: Market, b: Market): boolean {
  return a.regionId === b.regionId && a.country === b.country && a.subdivision === b.subdivision;
}

function servedCountry(region: Region, country: string): string {
  if (!region.countries.includes(country)) throw countryNotServed(country);
  return country;
}

/** Prices of another market are new to the shopper, but not changed: they count as seen. */
async function writeMarket(tx: TransactionContext, cartId: string, market: Market, region: Region) {
  await statement(
    tx.db,
    sql`with moved as (
          update cart set region_id = ${market.regionId}, currency = ${region.currency},
            country = ${market.country}, subdivision = ${market.subdivision}
          where id = ${cartId}
        )
        update cart_line set seen_price_minor = coalesce((
          select amount_minor from price
          where price.variant_id = cart_line.variant_id and price.region_id = ${market.regionId}
        ), 0)
        where cart_id = ${cartId}`,
  );
}
