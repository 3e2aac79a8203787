import { createClient } from "@meridian/db/client.ts";
import {
  optionTranslations,
  productTranslations,
  promotionTranslations,
  promotions,
} from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addLines, makeCart } from "../../../testing/checkouts.ts";
import { testContext } from "../../../testing/context.ts";
import { makeProduct } from "../../../testing/products.ts";
import { makeLocation } from "../../../testing/shop.ts";
import { getCheckout } from "../../checkout/service.ts";
import { startCheckout } from "../../checkout/service/start.ts";
import { createCart, findCart, getCart, updateCart } from "../service.ts";
import { setPromotion } from "./promotions.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 10 });
afterAll(() => db.$client.end());
const ctx = testContext(db);
let variantId = "";

beforeAll(async () => {
  const locationId = await makeLocation(db);
  const { id, variantIds } = await makeProduct(db, {
    title: "Tide teapot",
    locationId,
    variants: [
      { options: { Color: "Sage", Size: "Large" }, stock: 9 },
      { options: { Color: "Rose", Size: "Large" }, stock: 9 },
    ],
  });
  variantId = variantIds[0] ?? "";
  await db
    .insert(productTranslations)
    .values({ productId: id, language: "de", title: "Teekanne Gezeiten" });
  await db.insert(optionTranslations).values([
    { language: "de", name: "Color", value: "Sage", label: "Salbei" },
    { language: "de", name: "Size", value: "Large", label: "Groß" },
    // Of another option, which has a value of the same name.
    { language: "de", name: "Handle", value: "Sage", label: "Falsch" },
  ]);
  await db.insert(promotions).values({
    id: "promo_tide",
    code: "TIDE10",
    title: "10 % off",
    type: "percentage",
    basisPoints: 1000,
    startsAt: "2020-01-01T00:00:00Z",
  });
  await db
    .insert(promotionTranslations)
    .values({ promotionId: "promo_tide", language: "de", title: "10 % weniger" });
});

const line = { title: "Teekanne Gezeiten", variantTitle: "Salbei / Groß" };

test("lines are told in the cart's language; their options stay keys", async () => {
  const cart = await makeCart(ctx, { [variantId]: 1 }, "eu", "de");
  expect(cart).toMatchObject({ language: "de", lines: [line] });
  expect(cart.lines[0]?.options).toEqual({ Color: "Sage", Size: "Large" });
  // What streams tell is read the same way.
  expect((await findCart(ctx, { cartId: cart.id }))?.lines).toMatchObject([line]);
  const english = await makeCart(ctx, { [variantId]: 1 });
  expect(english).toMatchObject({ language: "en", lines: [{ title: "Tide teapot" }] });
});

test("another language is a new version, and leaves what was seen of prices", async () => {
  const before = await makeCart(ctx, { [variantId]: 1 });
  await db.$client`update price set amount_minor = 1200 where variant_id = ${variantId}`;
  const after = await updateCart(ctx, { cartId: before.id, language: "de" });
  expect(after).toMatchObject({ version: before.version + 1, language: "de", lines: [line] });
  expect(after.lines[0]?.notices).toMatchObject([{ type: "price_changed" }]);
  const same = await updateCart(ctx, { cartId: before.id, language: "de" });
  expect(same.version).toBe(after.version);
  const moved = await updateCart(ctx, { cartId: before.id, region: "uk" });
  expect(moved.language).toBe("de");
});

test("a code's promotion is told in it as well", async () => {
  const cart = await makeCart(ctx, { [variantId]: 1 }, "eu", "de");
  const { id: cartId, version: expectedVersion } = cart;
  const discounted = await setPromotion(ctx, { cartId, code: "TIDE10", expectedVersion });
  expect(discounted.promotions).toMatchObject([{ title: "10 % weniger" }]);
});

test("a checkout keeps the language that it began in; one of another cart's version is another", async () => {
  const { id: cartId } = await createCart(ctx, { region: "eu", language: "de" });
  await addLines(ctx, cartId, { [variantId]: 2 });
  const started = await startCheckout(ctx, { cartId });
  expect(started).toMatchObject({ language: "de", lines: [line] });
  expect(started.shippingOptions.map(({ label }) => label)).toEqual([
    "Standardversand",
    "Expressversand",
  ]);
  await updateCart(ctx, { cartId, language: "en" });
  expect(await getCheckout(ctx, { checkoutId: started.id })).toMatchObject({ lines: [line] });
  const anew = await startCheckout(ctx, { cartId });
  expect(anew).toMatchObject({ language: "en", lines: [{ title: "Tide teapot" }] });
  expect((await getCart(ctx, { cartId })).language).toBe("en");
});
