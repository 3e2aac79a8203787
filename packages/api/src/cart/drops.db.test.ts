import { createClient } from "@meridian/db/client.ts";
import { checkouts, levels } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { makeReady, pay } from "../../testing/checkouts.ts";
import { testContext } from "../../testing/context.ts";
import { makeLocation, makeVariant } from "../../testing/shop.ts";
import { expireHolds } from "../inventory/service/expiry.ts";
import { holdStock } from "../inventory/service/holds.ts";
import { getAvailability } from "../inventory/service.ts";
import { newId } from "../kernel/ids.ts";
import { inTransaction } from "../kernel/transaction.ts";
import type { CartOperation } from "./contract.ts";
import { createCart, getCart } from "./service.ts";
import { getCartForCheckout } from "./service/checkout.ts";
import { claimCartHolds, noteExpiredHolds } from "./service/expiry.ts";
import { removeLine, setLine } from "./service/lines.ts";
import { applyOperations } from "./service/operations.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 20 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const passing = testContext(db, { settings: { holdSeconds: 0 } });
const warehouse = await makeLocation(db);
const drop = (onHand: number) =>
  makeVariant(db, { holdOnAdd: true, stock: { [warehouse]: onHand } });
const newCart = () => createCart(ctx, { region: "eu" });

let seq = 0;
const apply = (cartId: string, operation: object, context = ctx) =>
  applyOperations(context, {
    cartId,
    device: "device-of-a-shopper",
    operations: [{ ...operation, seq: seq++ } as CartOperation],
  });
const free = async (variantId: string) => (await getAvailability(ctx, { variantId })).available;
const heldTotal = async (variantId: string) => {
  const rows = await db.select().from(levels).where(eq(levels.variantId, variantId));
  return rows.reduce((sum, row) => sum + row.held, 0);
};
const sweep = () =>
  expireHolds(ctx, { limit: 100, claimOwners: claimCartHolds, onExpired: noteExpiredHolds });

test("a drop's line holds at once and says until when; others see what is left", async () => {
  const [mine, other] = [await newCart(), await newCart()];
  const { variantId } = await drop(3);
  const { cart } = await apply(mine.id, { type: "add", variantId, quantity: 2 });
  expect(cart.lines[0]).toMatchObject({ quantity: 2, available: 3, notices: [] });
  const minutes = (Date.parse(cart.lines[0]!.hold!.expiresAt) - Date.now()) / 60_000;
  expect(Math.round(minutes)).toBe(10);
  expect(await free(variantId)).toBe(1);
  const { outcomes, cart: theirs } = await apply(other.id, { type: "add", variantId, quantity: 2 });
  expect(outcomes[0]).toMatchObject({ status: "adjusted", details: { available: 1 } });
  expect(theirs.lines[0]?.quantity).toBe(1);
  const third = await newCart();
  expect((await apply(third.id, { type: "add", variantId, quantity: 1 })).outcomes).toMatchObject([
    { status: "refused", reason: "cart.out_of_stock" },
  ]);
});

test("less holds less, gone holds nothing", async () => {
  const cart = await newCart();
  const { variantId } = await drop(5);
  const key = { cartId: cart.id, variantId };
  await setLine(ctx, { ...key, quantity: 4, expectedVersion: 1 });
  expect(await heldTotal(variantId)).toBe(4);
  await setLine(ctx, { ...key, quantity: 1, expectedVersion: 2 });
  expect(await heldTotal(variantId)).toBe(1);
  await removeLine(ctx, { ...key, expectedVersion: 3 });
  expect(await heldTotal(variantId)).toBe(0);
  await expect(setLine(ctx, { ...key, quantity: 6, expectedVersion: 4 })).rejects.toMatchObject({
    reason: "cart.out_of_stock",
    details: { requested: 6, available: 5 },
  });
});

test("fifty carts want the last three: three lines hold one each", async () => {
  const { variantId } = await drop(3);
  const carts = await Promise.all(Array.from({ length: 50 }, newCart));
  const results = await Promise.all(
    carts.map((cart) => apply(cart.id, { type: "add", variantId, quantity: 1 })),
  );
  const winners = results.filter(({ outcomes }) => outcomes[0]?.status === "applied");
  expect(winners).toHaveLength(3);
  expect(results.filter(({ cart }) => cart.lines.length > 0)).toHaveLength(3);
  expect(await heldTotal(variantId)).toBe(3);
});

test("when its time is over the line stays, says so, and holds again when it is set", async () => {
  const [mine, other] = [await newCart(), await newCart()];
  const { variantId } = await drop(1);
  const { version } = await apply(mine.id, { type: "add", variantId, quantity: 1 }, passing);
  expect((await sweep()).ownerIds).toContain(mine.id);
  const after = await getCart(ctx, { cartId: mine.id });
  expect(after.version).toBe(version + 1);
  expect(after.lines[0]).toMatchObject({ hold: null, notices: [{ type: "hold_expired" }] });
  expect(await free(variantId)).toBe(1);

  const { cart: again } = await apply(mine.id, { type: "set", variantId, quantity: 1 }, passing);
  expect(again.lines[0]).toMatchObject({ hold: { expiresAt: expect.any(String) }, notices: [] });
  await sweep();
  await apply(other.id, { type: "add", variantId, quantity: 1 });
  const { cart: late } = await apply(mine.id, { type: "set", variantId, quantity: 1 });
  expect(late.lines[0]).toMatchObject({
    quantity: 1,
    available: 0,
    hold: null,
    notices: [{ type: "out_of_stock", available: 0 }, { type: "hold_expired" }],
  });
});

test("the checkout takes over what the cart holds, and the cart still counts it as its own", async () => {
  const mine = await newCart();
  const { variantId } = await drop(1);
  await apply(mine.id, { type: "add", variantId, quantity: 1 });
  const { expiresAt } = await inTransaction(ctx, async (tx) => {
    const cart = await getCartForCheckout(tx, mine.id);
    const checkoutId = newId("chk");
    await tx.db.insert(checkouts).values({
      id: checkoutId,
      cartId: cart.id,
      cartVersion: cart.version,
      regionId: cart.region,
      currency: cart.currency,
      expiresAt: new Date(Date.now() + 300_000).toISOString(),
    });
    return holdStock(tx, {
      ownerId: checkoutId,
      ttlSeconds: 300,
      requests: cart.lines.map((line) => ({
        id: newId("hold"),
        variantId,
        quantity: line.quantity,
      })),
      replaces: { ownerIds: [cart.id] },
    });
  });
  expect(await heldTotal(variantId)).toBe(1);
  const { lines } = await getCart(ctx, { cartId: mine.id });
  expect(lines[0]).toMatchObject({ available: 1, hold: { expiresAt }, notices: [] });
});

test("a cart that was bought has nothing to say of what it held", async () => {
  const { variantId } = await drop(1);
  const { id, cartId } = await makeReady(ctx, { [variantId]: 1 });
  expect(await pay(ctx, id)).toMatchObject({ state: "paid" });
  const { state, lines } = await getCart(ctx, { cartId });
  expect(state).toBe("ordered");
  expect(lines).toMatchObject([{ variantId, quantity: 1, hold: null, notices: [] }]);
});
