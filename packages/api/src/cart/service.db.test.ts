import { createClient } from "@meridian/db/client.ts";
import { carts, levels, prices, users } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { testContext } from "../../testing/context.ts";
import { makeLocation, makeVariant } from "../../testing/shop.ts";
import { newId } from "../kernel/ids.ts";
import { inTransaction } from "../kernel/transaction.ts";
import type { CartOperation } from "./contract.ts";
import { createCart, findCart, getCart, updateCart } from "./service.ts";
import { getCartForCheckout, markOrdered } from "./service/checkout.ts";
import { deleteStaleCarts } from "./service/expiry.ts";
import { removeLine, setLine } from "./service/lines.ts";
import { applyOperations } from "./service/operations.ts";
import { endOwnCarts } from "./service/own.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 20 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const warehouse = await makeLocation(db);
const newCart = (region: "eu" | "us" | "jp" = "eu") => createCart(ctx, { region });
const stocked = (onHand = 100, priceMinor = {}) =>
  makeVariant(db, { stock: { [warehouse]: onHand }, priceMinor: { eu: 1999, ...priceMinor } });

const device = "device-of-a-shopper";
type Asked = CartOperation extends infer T ? (T extends unknown ? Omit<T, "seq"> : never) : never;
let seq = 0;
const apply = (cartId: string, ...operations: Asked[]) =>
  applyOperations(ctx, {
    cartId,
    device,
    operations: operations.map((o) => ({ ...o, seq: seq++ })),
  });
const add = (variantId: string, quantity = 1) => ({ type: "add", variantId, quantity }) as const;
const set = (variantId: string, quantity: number) =>
  ({ type: "set", variantId, quantity }) as const;

describe("making and reading", () => {
  test("a new cart is empty, of its region, and costs nothing", async () => {
    const cart = await createCart(ctx, { region: "us", subdivision: "CA" });
    expect(cart).toMatchObject({
      version: 1,
      region: "us",
      currency: "USD",
      country: "US",
      subdivision: "CA",
      state: "active",
      lines: [],
      taxInclusive: false,
      totals: { shipping: { amountMinor: 0 }, total: { amountMinor: 0, currency: "USD" } },
    });
    await expect(createCart(ctx, { region: "us", country: "DE" })).rejects.toMatchObject({
      kind: "invalid",
      reason: "cart.country_not_served",
    });
  });

  test("a cart that has ended is gone, and deleted when its time comes", async () => {
    const cart = await newCart();
    const { variantId } = await stocked();
    await apply(cart.id, add(variantId));
    const later = (days: number) =>
      testContext(db, { clock: { now: () => new Date(Date.now() + days * 86_400_000) } });
    expect(await findCart(later(29), { cartId: cart.id })).not.toBeNull();
    expect(await findCart(later(31), { cartId: cart.id })).toBeNull();
    await expect(getCart(later(31), { cartId: cart.id })).rejects.toMatchObject({
      reason: "cart.not_found",
    });
    await expect(
      setLine(later(31), { cartId: cart.id, variantId, quantity: 1, expectedVersion: 2 }),
    ).rejects.toMatchObject({ reason: "cart.not_found" });
    expect(await deleteStaleCarts(later(29), { limit: 1000 })).toBe(0);
    expect(await deleteStaleCarts(later(31), { limit: 1000 })).toBeGreaterThan(0);
    expect(await db.select().from(carts).where(eq(carts.id, cart.id))).toEqual([]);
  });

  test("a cart whose time runs out while it is changed is gone, wherever in the change that is", async () => {
    const { variantId } = await stocked();
    const outcomes = new Set<string>();
    for (let second = 0; second < 16; second++) {
      const cart = await newCart();
      let now = Date.now();
      const expiresAt = new Date(now + second * 1_000).toISOString();
      await db.update(carts).set({ expiresAt }).where(eq(carts.id, cart.id));
      // A second passes each time somebody looks at the clock.
      const clock = { now: () => new Date((now += 1_000)) };
      const asked = { cartId: cart.id, variantId, quantity: 1, expectedVersion: cart.version };
      const done = inTransaction({ ...ctx, clock }, (tx) => setLine(tx, asked));
      outcomes.add(
        await done.then(
          () => "changed",
          (error: Error) => String(error),
        ),
      );
    }
    expect([...outcomes].toSorted()).toEqual([
      "DomainError: There is no such cart, or it has ended.",
      "changed",
    ]);
  });

  test("a user's cart that ends with the account takes nothing from who began before", async () => {
    const { variantId } = await stocked();
    const cart = await newCart();
    const user = { id: newId("usr"), email: `${newId("usr")}@example.org` };
    await db.insert(users).values({ ...user, name: "Ada" });
    await db.update(carts).set({ userId: user.id }).where(eq(carts.id, cart.id));
    const began = new Date();
    const later = { now: () => new Date(began.getTime() + 60_000) };
    await inTransaction({ ...ctx, clock: later }, (tx) => endOwnCarts(tx, user.id));
    const asked = { cartId: cart.id, variantId, quantity: 1, expectedVersion: cart.version };
    await expect(setLine({ ...ctx, clock: { now: () => began } }, asked)).rejects.toMatchObject({
      reason: "cart.not_found",
    });
  });

  test("lines keep the order in which they came", async () => {
    const cart = await newCart();
    const made = await Promise.all(Array.from({ length: 8 }, () => stocked()));
    const ids = made.map(({ variantId }) => variantId).toReversed();
    await apply(cart.id, ...ids.map((id) => add(id)));
    await apply(cart.id, set(ids[0]!, 4));
    const { lines } = await getCart(ctx, { cartId: cart.id });
    expect(lines.map((line) => line.variantId)).toEqual(ids);
  });
});

describe("the exact door", () => {
  test("sets, changes and removes a line, the version rising each time", async () => {
    const cart = await newCart();
    const { variantId } = await stocked();
    const key = { cartId: cart.id, variantId };
    const one = await setLine(ctx, { ...key, quantity: 2, expectedVersion: 1 });
    expect(one).toMatchObject({ version: 2, lines: [{ quantity: 2, available: 100 }] });
    expect(one.totals.total.amountMinor).toBe(2 * 1999 + 490);
    const two = await setLine(ctx, { ...key, quantity: 1, expectedVersion: 2 });
    expect(two.lines).toHaveLength(1);
    expect(await removeLine(ctx, { ...key, expectedVersion: 3 })).toMatchObject({
      version: 4,
      lines: [],
    });
  });

  test("a stale version changes nothing and is told the newest cart", async () => {
    const cart = await newCart();
    const { variantId } = await stocked();
    const input = { cartId: cart.id, variantId, quantity: 2, expectedVersion: 1 };
    const newest = await setLine(ctx, input);
    const refusal = {
      kind: "precondition_failed",
      reason: "cart.version_mismatch",
      details: { expected: 1, actual: 2 },
      current: newest,
    };
    await expect(setLine(ctx, { ...input, quantity: 9 })).rejects.toMatchObject(refusal);
    await expect(removeLine(ctx, input)).rejects.toMatchObject(refusal);
    expect(await getCart(ctx, { cartId: cart.id })).toEqual(newest);
  });

  test("of twenty who saw the same version one wins", async () => {
    const cart = await newCart();
    const { variantId } = await stocked();
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        setLine(ctx, { cartId: cart.id, variantId, quantity: index + 1, expectedVersion: 1 }),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect((await getCart(ctx, { cartId: cart.id })).version).toBe(2);
  });

  test("who is told of a deadlock tries again, and is done", async () => {
    const cart = await newCart();
    const { variantId } = await stocked();
    const waits = async () => {
      const found = await db.$client`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      expect(found).toHaveLength(1);
    };
    let changed: ReturnType<typeof setLine> | undefined;
    const rivalry = db.transaction(async (rival) => {
      await rival.execute(sql`select from variant where id = ${variantId} for update`);
      const asked = { cartId: cart.id, variantId, quantity: 1, expectedVersion: cart.version };
      changed = setLine(ctx, asked);
      await vi.waitFor(waits, { timeout: 30_000, interval: 10 });
      // Each now has what the other wants.
      await rival.execute(sql`update cart set updated_at = updated_at where id = ${cart.id}`);
    });
    // Whoever waited first is told; on a machine that is busy it may be the rival.
    await Promise.allSettled([rivalry]);
    expect(await changed).toMatchObject({ version: cart.version + 1, lines: [{ variantId }] });
  });

  test("more than there is, is refused and leaves the cart as it was", async () => {
    const cart = await newCart();
    const { variantId } = await stocked(2);
    const key = { cartId: cart.id, variantId, expectedVersion: 1 };
    await expect(setLine(ctx, { ...key, quantity: 3 })).rejects.toMatchObject({
      kind: "conflict",
      reason: "cart.out_of_stock",
      details: { variantId, requested: 3, available: 2 },
    });
    expect((await getCart(ctx, { cartId: cart.id })).version).toBe(1);
  });

  test("what does not exist, is not sold there, or has become an order", async () => {
    const cart = await newCart("jp");
    const { variantId } = await stocked();
    const key = { cartId: cart.id, quantity: 1, expectedVersion: 1 };
    await expect(setLine(ctx, { ...key, variantId: newId("var") })).rejects.toMatchObject({
      kind: "not_found",
      reason: "cart.variant_not_found",
    });
    await expect(setLine(ctx, { ...key, variantId })).rejects.toMatchObject({
      kind: "invalid",
      reason: "cart.not_sold_here",
      details: { variantId, region: "jp" },
    });
    await inTransaction(ctx, (tx) => markOrdered(tx, cart.id));
    await expect(setLine(ctx, { ...key, variantId })).rejects.toMatchObject({
      reason: "cart.not_active",
    });
    await expect(apply(cart.id, add(variantId))).rejects.toMatchObject({
      reason: "cart.not_active",
    });
    expect(await findCart(ctx, { cartId: cart.id })).toMatchObject({
      state: "ordered",
      version: 2,
    });
  });
});

describe("what happens to a line meanwhile", () => {
  test("stock that vanishes leaves the line with a notice; less of it can still be asked", async () => {
    const cart = await newCart();
    const { variantId } = await stocked(5);
    await apply(cart.id, add(variantId, 5));
    await db.update(levels).set({ onHand: 0 }).where(eq(levels.variantId, variantId));
    const { lines } = await getCart(ctx, { cartId: cart.id });
    expect(lines[0]).toMatchObject({
      quantity: 5,
      available: 0,
      notices: [{ type: "out_of_stock", available: 0 }],
    });
    const { outcomes } = await apply(cart.id, set(variantId, 1), add(variantId));
    expect(outcomes.map((o) => o.status)).toEqual(["applied", "refused"]);
  });

  test("a new price is charged and told, until the line is touched", async () => {
    const cart = await newCart();
    const { variantId } = await stocked();
    await apply(cart.id, add(variantId));
    const where = and(eq(prices.variantId, variantId), eq(prices.regionId, "eu"));
    await db.update(prices).set({ amountMinor: 2500 }).where(where);
    const frozen = await inTransaction(ctx, (tx) => getCartForCheckout(tx, cart.id));
    expect(frozen.lines[0]).toMatchObject({
      unitPrice: { amountMinor: 2500 },
      notices: [{ type: "price_changed", before: { amountMinor: 1999, currency: "EUR" } }],
    });
    const { cart: after } = await apply(cart.id, set(variantId, 1));
    expect(after.lines[0]?.notices).toEqual([]);
    expect(after.version).toBe(3);
  });

  test("in another region lines stay, at its prices, or say that they are not sold there", async () => {
    const cart = await createCart(ctx, { region: "eu", country: "FR" });
    const { variantId: both } = await stocked(10, { us: 2400 });
    const { variantId: only } = await stocked(10);
    await apply(cart.id, add(both), add(only));
    const moved = await updateCart(ctx, { cartId: cart.id, region: "us", subdivision: "CA" });
    expect(moved).toMatchObject({
      version: 3,
      region: "us",
      currency: "USD",
      country: "US",
      subdivision: "CA",
      lines: [
        { variantId: both, unitPrice: { amountMinor: 2400, currency: "USD" }, notices: [] },
        { variantId: only, total: { amountMinor: 0 }, notices: [{ type: "not_sold_here" }] },
      ],
      totals: {
        subtotal: { amountMinor: 2400, currency: "USD" },
        tax: { amountMinor: 174 + 43 },
        total: { amountMinor: 2400 + 595 + 174 + 43 },
      },
    });
    const back = await updateCart(ctx, { cartId: cart.id, region: "eu" });
    expect(back).toMatchObject({ country: "DE", subdivision: null });
    expect(back.lines.flatMap((line) => line.notices)).toEqual([]);
    const same = await updateCart(ctx, { cartId: cart.id, region: "eu" });
    expect(same.version).toBe(back.version);
    await expect(
      updateCart(ctx, { cartId: cart.id, country: "FR", expectedVersion: 1 }),
    ).rejects.toMatchObject({ reason: "cart.version_mismatch", current: { version: 4 } });
    await expect(updateCart(ctx, { cartId: cart.id, country: "US" })).rejects.toMatchObject({
      reason: "cart.country_not_served",
    });
  });
});

test("every change tells its watchers, once, with the version that it made", async () => {
  const cart = await newCart();
  const { variantId } = await stocked();
  await apply(cart.id, add(variantId), add(variantId));
  await removeLine(ctx, { cartId: cart.id, variantId, expectedVersion: 2 });
  const told = await db.$client<{ version: number }[]>`
    select aggregate_version as version from outbox
    where type = 'cart.changed' and aggregate_id = ${cart.id} order by id`;
  expect(told.map((row) => row.version)).toEqual([2, 3]);
});
