import { createClient } from "@meridian/db/client.ts";
import { cartLines } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import { newId } from "../../kernel/ids.ts";
import type { CartOperation } from "../contract.ts";
import { maxLines } from "../contract/limits.ts";
import { createCart, getCart } from "../service.ts";
import { setLine } from "./lines.ts";
import { applyOperations } from "./operations.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 20 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const warehouse = await makeLocation(db);
const newCart = () => createCart(ctx, { region: "eu" });
const stocked = (onHand = 100) =>
  makeVariant(db, { stock: { [warehouse]: onHand }, priceMinor: { eu: 1999 } });

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

test("parallel adds from many clients lose nothing", async () => {
  const cart = await newCart();
  const made = await Promise.all(Array.from({ length: 5 }, () => stocked(200)));
  await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      applyOperations(ctx, {
        cartId: cart.id,
        device: `device-${index % 3}-of-many`,
        operations: [{ ...add(made[index % 5]!.variantId), seq: index }],
      }),
    ),
  );
  const after = await getCart(ctx, { cartId: cart.id });
  expect(after.lines.map((line) => line.quantity)).toEqual([12, 12, 12, 12, 12]);
  expect(after.version).toBe(61);
});

test("the same variant is never two lines, whatever door it comes through", async () => {
  const cart = await newCart();
  const { variantId } = await stocked();
  await Promise.allSettled([
    ...Array.from({ length: 10 }, () => apply(cart.id, add(variantId), add(variantId))),
    setLine(ctx, { cartId: cart.id, variantId, quantity: 1, expectedVersion: 1 }),
  ]);
  const rows = await db.select().from(cartLines).where(eq(cartLines.cartId, cart.id));
  expect(rows).toHaveLength(1);
  expect(rows[0]!.quantity).toBeGreaterThanOrEqual(20);
});

test("an operation that comes again changes nothing and hears so", async () => {
  const cart = await newCart();
  const { variantId } = await stocked(3);
  const { variantId: gone } = await stocked(0);
  const input = {
    cartId: cart.id,
    device,
    operations: [
      { ...add(variantId, 5), seq: 900_001 },
      { ...add(gone), seq: 900_002 },
      { ...set(variantId, 2), seq: 900_003 },
    ],
  };
  const first = await applyOperations(ctx, input);
  expect(first.outcomes.map((o) => [o.seq, o.status, o.reason])).toEqual([
    [900_001, "adjusted", "cart.out_of_stock"],
    [900_002, "refused", "cart.out_of_stock"],
    [900_003, "applied", undefined],
  ]);
  expect(first).toMatchObject({ version: 2, cart: { lines: [{ variantId, quantity: 2 }] } });
  const again = await Promise.all(Array.from({ length: 5 }, () => applyOperations(ctx, input)));
  for (const { version, outcomes } of again) {
    expect(version).toBe(2);
    expect(outcomes.map((o) => [o.status, o.reason])).toEqual([
      ["duplicate", "cart.out_of_stock"],
      ["refused", "cart.out_of_stock"],
      ["duplicate", undefined],
    ]);
  }
});

test("an operation that changes nothing, sent again at once, is answered each time", async () => {
  const cart = await newCart();
  const { variantId: gone } = await stocked(0);
  const input = {
    cartId: cart.id,
    device,
    operations: [
      { ...add(gone), seq: 905_001 },
      { type: "remove" as const, variantId: gone, seq: 905_002 },
    ],
  };
  const answers = await Promise.all(Array.from({ length: 10 }, () => applyOperations(ctx, input)));
  for (const { version, outcomes } of answers) {
    expect(version).toBe(1);
    expect(outcomes[0]).toMatchObject({ status: "refused", reason: "cart.out_of_stock" });
  }
  const statuses = answers.map(({ outcomes }) => outcomes[1]?.status);
  expect(statuses.filter((status) => status === "applied")).toHaveLength(1);
  expect(statuses.filter((status) => status === "duplicate")).toHaveLength(9);
});

test("one sequence number twice in a call counts once", async () => {
  const cart = await newCart();
  const { variantId } = await stocked();
  const operation = { ...add(variantId), seq: 910_000 };
  const { outcomes, cart: after } = await applyOperations(ctx, {
    cartId: cart.id,
    device,
    operations: [operation, operation],
  });
  expect(outcomes.map((o) => o.status)).toEqual(["applied", "duplicate"]);
  expect(after.lines[0]?.quantity).toBe(1);
});

test("several operations act in their order, and the version rises once", async () => {
  const cart = await newCart();
  const { variantId: a } = await stocked();
  const { variantId: b } = await stocked();
  const { cart: after } = await apply(
    cart.id,
    add(a, 2),
    add(b),
    { type: "remove", variantId: a },
    add(a, 3),
    set(b, 7),
  );
  expect(after.version).toBe(2);
  expect(Object.fromEntries(after.lines.map((l) => [l.variantId, l.quantity]))).toEqual({
    [a]: 3,
    [b]: 7,
  });
  const { cart: same } = await apply(cart.id, { type: "remove", variantId: newId("var") });
  expect(same.version).toBe(2);
});

test("too much is adjusted, nothing left is refused, unknown things too", async () => {
  const cart = await newCart();
  const { variantId: scarce } = await stocked(2);
  const { variantId: foreign } = await makeVariant(db, { priceMinor: { us: 100 } });
  const { variantId: endless } = await makeVariant(db, { isTracked: false });
  const missing = newId("var");
  const { outcomes, cart: after } = await apply(
    cart.id,
    add(scarce, 5),
    add(foreign),
    add(missing),
    set(endless, 999),
    add(endless, 1),
  );
  expect(outcomes.map(({ status, reason, details }) => ({ status, reason, details }))).toEqual([
    {
      status: "adjusted",
      reason: "cart.out_of_stock",
      details: { variantId: scarce, requested: 5, available: 2 },
    },
    {
      status: "refused",
      reason: "cart.not_sold_here",
      details: { variantId: foreign, region: "eu" },
    },
    { status: "refused", reason: "cart.variant_not_found", details: { variantId: missing } },
    { status: "applied" },
    {
      status: "adjusted",
      reason: "cart.quantity_limit",
      details: { variantId: endless, requested: 1000, max: 999 },
    },
  ]);
  expect(after.lines.map((l) => [l.quantity, l.available])).toEqual([
    [2, 2],
    [999, null],
  ]);
});

test("the hundred and first line is refused, in both doors", async () => {
  const cart = await newCart();
  const made = await Promise.all(Array.from({ length: maxLines + 1 }, () => stocked()));
  const { outcomes, cart: full } = await apply(
    cart.id,
    ...made.slice(0, 100).map((v) => add(v.variantId)),
  );
  expect(new Set(outcomes.map((o) => o.status))).toEqual(new Set(["applied"]));
  const extra = made[100]!.variantId;
  const late = await apply(cart.id, add(extra), add(made[0]!.variantId));
  expect(late.outcomes.map((o) => [o.status, o.reason])).toEqual([
    ["refused", "cart.too_many_lines"],
    ["applied", undefined],
  ]);
  await expect(
    setLine(ctx, { cartId: cart.id, variantId: extra, quantity: 1, expectedVersion: 3 }),
  ).rejects.toMatchObject({ kind: "invalid", reason: "cart.too_many_lines" });
  expect(full.lines).toHaveLength(100);
});
