import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Region } from "../../catalog/contract.ts";
import { money } from "../../kernel/money.ts";
import type { Cart, Counter } from "../contract.ts";
import { maxLines } from "../contract/limits.ts";
import { quantityOf, unitsOf } from "./counter.ts";
import { applyIntent, decide, type LineFacts, type LineVariant, withLines } from "./intent.ts";

const region: Region = {
  id: "eu",
  name: "Europe",
  currency: "EUR",
  taxInclusive: true,
  countries: ["DE"],
  locale: "en-IE",
  taxRates: [{ country: "DE", subdivision: "", basisPoints: 1900 }],
  shippingOptions: [
    {
      id: "standard",
      label: "Standard",
      price: money(490, "EUR"),
      freeFrom: money(7500, "EUR"),
      minDays: 2,
      maxDays: 4,
    },
  ],
};
const empty: Cart = withLines(
  {
    id: "cart_0",
    version: 7,
    region: "eu",
    currency: "EUR",
    country: "DE",
    subdivision: null,
    state: "active",
    promotions: [],
    language: "en",
    taxInclusive: true,
    freeShippingFrom: null,
  },
  [],
  region,
);
const variant = (variantId: string, available: number | null = 5): LineVariant => ({
  variantId,
  productId: "prod_0",
  productHandle: "tide-teapot",
  title: "Tide teapot",
  variantTitle: "Sage",
  sku: null,
  options: { Color: "Sage" },
  image: null,
  hue: 120,
  unitPrice: money(1999, "EUR"),
  compareAt: null,
  available,
  isTaxable: true,
});
const device = "this-browser";
const writer = { device, version: 8 };
const facts: LineFacts = {
  counter: {},
  exists: true,
  isSoldHere: true,
  available: 5,
  hasRoom: true,
  region: "eu",
};
const add = (quantity: number, variantId = "a") => ({ type: "add", variantId, quantity }) as const;
const set = (quantity: number, variantId = "a") => ({ type: "set", variantId, quantity }) as const;

test("badge, line and subtotal change together, at the version of the server", () => {
  const { cart, outcome } = applyIntent(empty, add(2), { region, device, variant: variant("a") });
  expect(outcome).toEqual({ status: "applied" });
  expect(cart.version).toBe(7);
  expect(cart.lines).toMatchObject([{ quantity: 2, total: money(3998, "EUR"), notices: [] }]);
  expect(cart.totals.total).toEqual(money(4488, "EUR"));
  expect(cart.freeShippingFrom).toEqual(money(7500, "EUR"));
  const removed = applyIntent(cart, { type: "remove", variantId: "a" }, { region, device });
  expect(removed.cart).toEqual(empty);
});

test("more than there is becomes what there is, and says so", () => {
  const { cart, outcome } = applyIntent(empty, add(9), {
    region,
    device,
    variant: variant("a", 2),
  });
  expect(outcome).toEqual({
    status: "adjusted",
    reason: "cart.out_of_stock",
    details: { variantId: "a", requested: 9, available: 2 },
  });
  expect(cart.lines[0]?.quantity).toBe(2);
});

test("a refusal leaves the cart as it was", () => {
  const soldOut = applyIntent(empty, add(1), { region, device, variant: variant("a", 0) });
  expect(soldOut).toMatchObject({ cart: empty, outcome: { reason: "cart.out_of_stock" } });
  const unknown = applyIntent(empty, add(1), { region, device });
  expect(unknown).toMatchObject({ cart: empty, outcome: { reason: "cart.variant_not_found" } });
});

test("a line that is not sold here costs nothing, can be lowered and removed, not raised", () => {
  const { cart } = applyIntent(empty, add(3), { region, device, variant: variant("a") });
  const [line] = cart.lines;
  const moved = withLines(cart, [{ ...line!, notices: [{ type: "not_sold_here" }] }], region);
  expect(moved.totals.total.amountMinor).toBe(0);
  expect(applyIntent(moved, add(1), { region, device }).outcome.reason).toBe("cart.not_sold_here");
  const lowered = applyIntent(moved, set(1), { region, device }).cart;
  expect(lowered).toMatchObject({
    lines: [{ quantity: 1 }],
    totals: { total: { amountMinor: 0 } },
  });
});

test("a full cart takes more of what it has, nothing else", () => {
  expect(decide(add(1), { ...facts, hasRoom: false }, writer).outcome).toEqual({
    status: "refused",
    reason: "cart.too_many_lines",
    details: { max: maxLines },
  });
  const counter = { "another-device.3": [1, 0] as [number, number] };
  const more = decide(add(1), { ...facts, counter, hasRoom: false }, writer);
  expect(quantityOf(more.counter)).toBe(2);
});

const intent = fc.oneof(
  fc.record({
    type: fc.constant("add" as const),
    variantId: fc.constant("a"),
    quantity: fc.integer({ min: 1, max: 999 }),
  }),
  fc.record({
    type: fc.constant("set" as const),
    variantId: fc.constant("a"),
    quantity: fc.integer({ min: 1, max: 999 }),
  }),
  fc.record({ type: fc.constant("remove" as const), variantId: fc.constant("a") }),
);
const situation = fc.record({
  counter: fc.nat(999).map((added): Counter => ({ "another-device.3": [added, 0] })),
  exists: fc.boolean(),
  isSoldHere: fc.boolean(),
  available: fc.option(fc.integer({ min: -5, max: 2000 })),
  hasRoom: fc.boolean(),
  region: fc.constant("eu" as const),
});

test("a quantity stays between nothing and 999, and rises only to what there is", () => {
  fc.assert(
    fc.property(intent, situation, (intent, facts) => {
      const { counter, outcome } = decide(intent, facts, writer);
      const [quantity, before] = [unitsOf(counter), unitsOf(facts.counter)];
      expect(quantity).toBeGreaterThanOrEqual(0);
      expect(quantity).toBeLessThanOrEqual(999);
      expect(quantity <= before || quantity <= (facts.available ?? 999)).toBe(true);
      expect(outcome.status !== "refused" || quantity === before).toBe(true);
      expect(outcome.status === "applied" || outcome.reason !== undefined).toBe(true);
    }),
  );
});
