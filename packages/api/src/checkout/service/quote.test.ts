import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Region } from "../../catalog/contract.ts";
import { money } from "../../kernel/money.ts";
import type { Discount } from "../../promotions/contract.ts";
import { quoteCheckout } from "./quote.ts";

function region(taxInclusive: boolean, basisPoints: number, freeFrom: number | null): Region {
  const option = { label: "Standard", minDays: 1, maxDays: 2, price: money(490, "EUR") };
  return {
    id: "eu",
    name: "Test",
    currency: "EUR",
    taxInclusive,
    countries: ["DE"],
    locale: "en",
    taxRates: [{ country: "DE", subdivision: "", basisPoints }],
    shippingOptions: [
      { ...option, id: "standard", freeFrom: freeFrom === null ? null : money(freeFrom, "EUR") },
      { ...option, id: "express", label: "Express", price: money(1290, "EUR"), freeFrom: null },
    ],
  };
}

const line = fc.record({
  variantId: fc.uuid(),
  unitPriceMinor: fc.nat(5_000_000),
  quantity: fc.integer({ min: 1, max: 999 }),
  isTaxable: fc.boolean(),
});

const discount: fc.Arbitrary<Discount> = fc.oneof(
  fc.record({
    type: fc.constant("percentage" as const),
    basisPoints: fc.integer({ min: 1, max: 10_000 }),
  }),
  fc.record({
    type: fc.constant("amount" as const),
    amount: fc.integer({ min: 1, max: 99_999_999 }).map((minor) => money(minor, "EUR")),
  }),
  fc.record({ type: fc.constant("free_shipping" as const) }),
);
const promotions = fc.array(
  fc.record({
    id: fc.uuid(),
    code: fc.constantFrom("CODE", null),
    title: fc.constant("A promotion"),
    discount,
    minimumSubtotal: fc.constantFrom(null, money(5000, "EUR")),
  }),
  { maxLength: 4 },
);

test("money adds up, line by line and in all, for every price and rate", () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 20 }),
      fc.boolean(),
      fc.nat(3000),
      fc.constantFrom("standard", "express", null),
      promotions,
      (lines, taxInclusive, basisPoints, shippingOptionId, terms) => {
        const quote = quoteCheckout({
          lines,
          region: region(taxInclusive, basisPoints, 7500),
          destination: { country: "DE", subdivision: null },
          shippingOptionId,
          promotions: terms,
        });
        expect(
          quote.promotions.reduce((total, { discountMinor }) => total + discountMinor, 0),
        ).toBe(quote.discountMinor);
        const sum = (of: (l: (typeof quote.lines)[number]) => number) =>
          quote.lines.reduce((total, l) => total + of(l), 0);
        expect(sum((l) => l.totalMinor)).toBe(quote.subtotalMinor - quote.discountMinor);
        expect(sum((l) => l.discountMinor)).toBe(quote.discountMinor);
        const shippingTax = quote.taxMinor - sum((l) => l.taxMinor);
        expect(shippingTax).toBeGreaterThanOrEqual(0);
        expect(shippingTax).toBeLessThanOrEqual(quote.shippingMinor);
        expect(quote.totalMinor).toBe(
          quote.subtotalMinor -
            quote.discountMinor +
            quote.shippingMinor +
            (taxInclusive ? 0 : quote.taxMinor),
        );
        expect(quote.lines.map((l) => l.variantId)).toEqual(lines.map((l) => l.variantId));
      },
    ),
  );
});

test("the label is that of the option that is paid for", () => {
  const input = {
    lines: [{ variantId: "a", unitPriceMinor: 100, quantity: 1, isTaxable: true }],
    region: region(true, 1900, null),
    destination: { country: "DE", subdivision: null },
    promotions: [],
  };
  const express = quoteCheckout({ ...input, shippingOptionId: "express" });
  expect(express).toMatchObject({ shippingLabel: "Express", shippingMinor: 1290 });
  const estimate = quoteCheckout({ ...input, shippingOptionId: null });
  expect(estimate).toMatchObject({ shippingLabel: "Standard", shippingMinor: 490 });
});
