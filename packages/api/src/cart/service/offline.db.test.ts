import { createClient } from "@meridian/db/client.ts";
import { cartLines } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import type { Cart, CartOperation } from "../contract.ts";
import { maxEntries } from "../rules/counter.ts";
import type { Intent } from "../rules/intent.ts";
import { createCart, getCart } from "../service.ts";
import { removeLine, setLine } from "./lines.ts";
import { applyOperations } from "./operations.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 20 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const warehouse = await makeLocation(db);
const newCart = () => createCart(ctx, { region: "eu" });
const stocked = async (onHand = 500) =>
  (await makeVariant(db, { stock: { [warehouse]: onHand }, priceMinor: { eu: 1999 } })).variantId;

let seq = 0;
const send = (cartId: string, device: string, ...intents: Intent[]) =>
  applyOperations(ctx, {
    cartId,
    device,
    operations: intents.map((intent): CartOperation => ({ ...intent, seq: seq++ })),
  });
const [phone, laptop] = ["device-phone", "device-laptop"];
const counterOf = (cart: Cart) => cart.lines[0]?.counter ?? {};
const quantities = async (cartId: string) =>
  (await getCart(ctx, { cartId })).lines.map((line) => line.quantity);

test("a removal made offline leaves what was added elsewhere meanwhile", async () => {
  const [{ id }, variantId] = [await newCart(), await stocked()];
  const { cart } = await send(id, phone, { type: "add", variantId, quantity: 2 });
  const observed = counterOf(cart);
  await send(id, laptop, { type: "add", variantId, quantity: 3 });
  const late = await send(id, phone, { type: "remove", variantId, observed });
  expect(late).toMatchObject({
    version: 4,
    cart: { lines: [{ quantity: 3 }] },
    outcomes: [{ status: "applied" }],
  });
});

test("a quantity set offline is the difference to what was seen", async () => {
  const [{ id }, variantId] = [await newCart(), await stocked()];
  const { cart } = await send(id, phone, { type: "add", variantId, quantity: 5 });
  const observed = counterOf(cart);
  await send(id, laptop, { type: "add", variantId, quantity: 1 });
  await send(id, phone, { type: "set", variantId, quantity: 2, observed });
  expect(await quantities(id)).toEqual([3]);
  await send(id, laptop, { type: "remove", variantId });
  // It still shows five: nine are four more, and what the laptop removed does not come back.
  await send(id, phone, { type: "set", variantId, quantity: 9, observed });
  expect(await quantities(id)).toEqual([4]);
});

test("without a word on what it saw, an operation means what is there when it arrives", async () => {
  const [{ id }, variantId] = [await newCart(), await stocked()];
  await send(id, phone, { type: "add", variantId, quantity: 2 });
  await send(id, laptop, { type: "add", variantId, quantity: 3 });
  await send(id, phone, { type: "set", variantId, quantity: 4 });
  expect(await quantities(id)).toEqual([4]);
  await send(id, laptop, { type: "remove", variantId });
  expect(await quantities(id)).toEqual([]);
});

test("operations of an outage reach what came before them in it", async () => {
  const [{ id }, variantId] = [await newCart(), await stocked()];
  await send(
    id,
    phone,
    { type: "add", variantId, quantity: 4 },
    { type: "set", variantId, quantity: 6, observed: {} },
    { type: "set", variantId, quantity: 1, observed: {} },
    { type: "add", variantId, quantity: 1 },
  );
  expect(await quantities(id)).toEqual([2]);
  await send(id, phone, { type: "remove", variantId, observed: {} });
  expect(await quantities(id)).toEqual([]);
});

test("a removal that comes late takes nothing that came after it, whatever the line has been through", async () => {
  const [{ id }, variantId] = [await newCart(), await stocked()];
  const { cart } = await send(id, laptop, { type: "add", variantId, quantity: 5 });
  const observed = counterOf(cart);
  await send(id, laptop, { type: "remove", variantId });
  await send(id, laptop, { type: "add", variantId, quantity: 2 });
  await send(id, phone, { type: "remove", variantId, observed });
  expect(await quantities(id)).toEqual([2]);
});

test("both doors act on one state", async () => {
  const [{ id }, variantId] = [await newCart(), await stocked()];
  const key = { cartId: id, variantId };
  const exact = await setLine(ctx, { ...key, quantity: 4, expectedVersion: 1 });
  await send(id, phone, { type: "add", variantId, quantity: 2 });
  await setLine(ctx, { ...key, quantity: 5, expectedVersion: 3 });
  await send(id, laptop, { type: "remove", variantId, observed: counterOf(exact) });
  // One of the phone's two units was the one too many.
  expect(await quantities(id)).toEqual([1]);
  await removeLine(ctx, { ...key, expectedVersion: 5 });
  expect(await quantities(id)).toEqual([]);
});

test("a line stays small, however many devices add to it", async () => {
  const [{ id }, variantId] = [await newCart(), await stocked()];
  for (let n = 0; n < 3 * maxEntries; n++)
    await send(id, `device-number-${n}`, { type: "add", variantId, quantity: 1 });
  const [row] = await db.select().from(cartLines).where(eq(cartLines.cartId, id));
  expect(row?.quantity).toBe(3 * maxEntries);
  expect(Object.keys(row?.counter ?? {}).length).toBeLessThanOrEqual(maxEntries);
});

test("stock bounds what is set offline, and says so", async () => {
  const [{ id }, variantId] = [await newCart(), await stocked(4)];
  const { cart } = await send(id, phone, { type: "add", variantId, quantity: 1 });
  await send(id, laptop, { type: "add", variantId, quantity: 2 });
  const { outcomes, cart: after } = await send(id, phone, {
    type: "set",
    variantId,
    quantity: 3,
    observed: counterOf(cart),
  });
  expect(outcomes[0]).toMatchObject({
    status: "adjusted",
    reason: "cart.out_of_stock",
    details: { requested: 5, available: 4 },
  });
  expect(after.lines[0]?.quantity).toBe(4);
});
