import { createClient } from "@meridian/db/client.ts";
import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { carts, levels } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { addLines, makeCart, makeReady, pay } from "../../../testing/checkouts.ts";
import { testContext } from "../../../testing/context.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import { startCheckout } from "../../checkout/service/start.ts";
import { createCart, findCart, getCart } from "../service.ts";
import { deleteStaleCarts } from "./expiry.ts";
import { setLine } from "./lines.ts";
import { mergeCart } from "./merge.ts";
import { applyOperations } from "./operations.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 20 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const warehouse = await makeLocation(db);
const newCart = () => createCart(ctx, { region: "eu" });
const stocked = async (over: object = {}) => {
  const stock = { [warehouse]: 500 };
  return (await makeVariant(db, { stock, priceMinor: { eu: 1999 }, ...over })).variantId;
};
const stockedMany = (count: number) => Promise.all(Array.from({ length: count }, () => stocked()));
const quantities = async (cartId: string) =>
  Object.fromEntries(
    (await getCart(ctx, { cartId })).lines.map((line) => [line.variantId, line.quantity]),
  );

test("quantities add up, lines keep their order, and the other cart ends", async () => {
  const [a, b, c] = await stockedMany(3);
  const own = await makeCart(ctx, { [a!]: 2, [b!]: 1 });
  const guest = await makeCart(ctx, { [c!]: 4, [b!]: 3 });
  const { cart, outcomes, version } = await mergeCart(ctx, {
    cartId: own.id,
    fromCartId: guest.id,
  });
  expect(outcomes).toEqual([]);
  expect(version).toBe(own.version + 1);
  expect(cart.lines.map((line) => [line.variantId, line.quantity])).toEqual([
    [a, 2],
    [b, 4],
    [c, 4],
  ]);
  expect(await findCart(ctx, { cartId: guest.id })).toMatchObject({
    state: "merged",
    version: guest.version + 1,
    lines: [],
  });
  await expect(addLines(ctx, guest.id, { [a!]: 1 })).rejects.toMatchObject({
    reason: "cart.not_active",
  });
});

test("merging again, at once or after changes, adds nothing twice and brings nothing back", async () => {
  const [a, b] = await stockedMany(2);
  const own = await makeCart(ctx, { [a!]: 1 });
  const guest = await makeCart(ctx, { [a!]: 2, [b!]: 2 });
  const input = { cartId: own.id, fromCartId: guest.id };
  const results = await Promise.all(Array.from({ length: 8 }, () => mergeCart(ctx, input)));
  for (const { version, outcomes } of results) expect([version, outcomes]).toEqual([3, []]);
  expect(await quantities(own.id)).toEqual({ [a!]: 3, [b!]: 2 });
  await setLine(ctx, { cartId: own.id, variantId: a!, quantity: 1, expectedVersion: 3 });
  await mergeCart(ctx, input);
  expect(await quantities(own.id)).toEqual({ [a!]: 1, [b!]: 2 });
});

test("a cart of 100 lines moves whole; what has no room stays behind and is told, also to who asks again", async () => {
  const made = [await stocked({ isTracked: false }), ...(await stockedMany(102))];
  const lines = (from: number, to: number) =>
    Object.fromEntries(made.slice(from, to).map((variantId) => [variantId, 1]));
  const guest = await makeCart(ctx, lines(0, 100));
  const empty = await newCart();
  const whole = await mergeCart(ctx, { cartId: empty.id, fromCartId: guest.id });
  expect(whole.outcomes).toEqual([]);
  expect(whole.cart.lines.map((line) => line.variantId)).toEqual(made.slice(0, 100));

  const other = await makeCart(ctx, { ...lines(98, 103), [made[0]!]: 999 });
  const input = { cartId: empty.id, fromCartId: other.id };
  const { outcomes, cart } = await mergeCart(ctx, input);
  const stay = made.slice(100).map((variantId) => ({
    variantId,
    status: "refused",
    reason: "cart.too_many_lines",
    details: { max: 100 },
  }));
  const limit = {
    variantId: made[0],
    status: "adjusted",
    reason: "cart.quantity_limit",
    details: { variantId: made[0], requested: 1000, max: 999 },
  };
  expect(outcomes).toMatchObject([...stay, limit]);
  expect(cart.lines).toHaveLength(100);
  expect(await quantities(other.id)).toEqual(lines(100, 103));
  expect((await mergeCart(ctx, input)).outcomes).toMatchObject([...stay, limit]);
});

test("adds that run beside it are in the one cart or the other's refusal, never lost", async () => {
  const variantId = await stocked();
  const [own, guest] = [await newCart(), await newCart()];
  const add = (cartId: string, seq: number) =>
    applyOperations(ctx, {
      cartId,
      device: `device-beside-${cartId === own.id}`,
      operations: [{ type: "add", variantId, quantity: 1, seq }],
    });
  const adds = Array.from({ length: 20 }, (_, n) => add(n % 2 ? own.id : guest.id, n));
  const [, ...results] = await Promise.allSettled([
    mergeCart(ctx, { cartId: own.id, fromCartId: guest.id }),
    ...adds,
  ]);
  await mergeCart(ctx, { cartId: own.id, fromCartId: guest.id });
  const accepted = results.filter(({ status }) => status === "fulfilled").length;
  expect(await quantities(own.id)).toEqual({ [variantId]: accepted });
  expect(accepted).toBeGreaterThanOrEqual(10);
});

test("merges in opposite directions: one wins, nothing is lost", async () => {
  const [a, b] = await stockedMany(2);
  const [one, two] = [await makeCart(ctx, { [a!]: 1 }), await makeCart(ctx, { [b!]: 2 })];
  const results = await Promise.allSettled([
    mergeCart(ctx, { cartId: one.id, fromCartId: two.id }),
    mergeCart(ctx, { cartId: two.id, fromCartId: one.id }),
  ]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const winner = results[0].status === "fulfilled" ? one.id : two.id;
  expect(await quantities(winner)).toEqual({ [a!]: 1, [b!]: 2 });
});

test("what a drop's line held goes with it", async () => {
  const variantId = await stocked({ holdOnAdd: true, stock: { [warehouse]: 5 } });
  const [own, guest] = [
    await makeCart(ctx, { [variantId]: 1 }),
    await makeCart(ctx, { [variantId]: 3 }),
  ];
  const { cart } = await mergeCart(ctx, { cartId: own.id, fromCartId: guest.id });
  expect(cart.lines[0]).toMatchObject({
    quantity: 4,
    available: 5,
    hold: { expiresAt: expect.any(String) },
    notices: [],
  });
  const [level] = await db.select().from(levels).where(eq(levels.variantId, variantId));
  expect(level).toMatchObject({ onHand: 5, held: 4 });
  expect(await findBrokenInvariants(db)).toEqual([]);
});

test("a line moves with what there is to be said about it", async () => {
  const [scarce, foreign] = [
    await stocked({ stock: { [warehouse]: 3 } }),
    await stocked({ priceMinor: { us: 100 } }),
  ];
  const own = await makeCart(ctx, { [scarce]: 2 });
  const guest = await makeCart(ctx, { [scarce]: 2, [foreign]: 1 }, "us");
  const american = await makeCart(ctx, { [foreign]: 1 }, "us");
  await mergeCart(ctx, { cartId: own.id, fromCartId: american.id });
  expect(guest.lines).toHaveLength(1);
  const other = await makeCart(ctx, { [scarce]: 2 });
  const { cart } = await mergeCart(ctx, { cartId: own.id, fromCartId: other.id });
  expect(cart.lines.map(({ quantity, notices }) => [quantity, notices])).toEqual([
    [4, [{ type: "out_of_stock", available: 3 }]],
    [1, [{ type: "not_sold_here" }]],
  ]);
});

test("an order that was begun before takes what it bought out of the cart that has it now", async () => {
  const [a, b] = await stockedMany(2);
  const ready = await makeReady(ctx, { [a!]: 2 });
  const own = await makeCart(ctx, { [a!]: 1, [b!]: 1 });
  await mergeCart(ctx, { cartId: own.id, fromCartId: ready.cartId });
  expect(await quantities(own.id)).toEqual({ [a!]: 3, [b!]: 1 });
  await pay(ctx, ready.id);
  expect(await quantities(own.id)).toEqual({ [a!]: 1, [b!]: 1 });
  await expect(startCheckout(ctx, { cartId: own.id })).resolves.toMatchObject({ state: "open" });
});

test("not into itself, not of what is not there, not of what is an order", async () => {
  const variantId = await stocked();
  const own = await makeCart(ctx, { [variantId]: 1 });
  const merge = (cartId: string, fromCartId: string) => mergeCart(ctx, { cartId, fromCartId });
  await expect(merge(own.id, own.id)).rejects.toMatchObject({ reason: "cart.same_cart" });
  const missing = "cart_00000000000000000000000000";
  const absent: [string, string][] = [
    [missing, own.id],
    [own.id, missing],
  ];
  for (const [cartId, fromCartId] of absent)
    await expect(merge(cartId, fromCartId)).rejects.toMatchObject({
      reason: "cart.not_found",
      details: { cartId: missing },
    });
  const third = await newCart();
  await merge(third.id, own.id);
  await expect(merge((await newCart()).id, own.id)).rejects.toMatchObject({
    reason: "cart.not_active",
    details: { cartId: own.id },
  });
});

test("a merged cart is deleted when its time comes", async () => {
  const variantId = await stocked();
  const [own, guest] = [await newCart(), await makeCart(ctx, { [variantId]: 1 })];
  await mergeCart(ctx, { cartId: own.id, fromCartId: guest.id });
  const later = testContext(db, { clock: { now: () => new Date(Date.now() + 31 * 86_400_000) } });
  await deleteStaleCarts(later, { limit: 1000 });
  expect(await db.select().from(carts).where(eq(carts.id, guest.id))).toEqual([]);
});
