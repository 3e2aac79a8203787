import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Region } from "../../catalog/contract.ts";
import { money } from "../../kernel/money.ts";
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

test("money adds up, line by line and in all, for every price and rate", () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 20 }),
      fc.boolean(),
      fc.nat(3000),
      fc.constantFrom("standard", "express", null),
      (lines, taxInclusive, basisPoints, shippingOptionId) => {
        const quote = quoteCheckout({
          lines,
          region: region(taxInclusive, basisPoints, 7500),
          destination: { country: "DE", subdivision: null },
          shippingOptionId,
        });
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
  };
  const express = quoteCheckout({ ...input, shippingOptionId: "express" });
  expect(express).toMatchObject({ shippingLabel: "Express", shippingMinor: 1290 });
  const estimate = quoteCheckout({ ...input, shippingOptionId: null });
  expect(estimate).toMatchObject({ shippingLabel: "Standard", shippingMinor: 490 });
});
