import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Region } from "../catalog/contract.ts";
import { type Currency, money } from "../kernel/money.ts";
import { type PricedLine, priceCart, shippingPriceMinor, taxRateOf } from "./rules.ts";

function region(currency: Currency, taxInclusive: boolean, basisPoints: number): Region {
  return {
    id: "eu",
    name: "Test",
    currency,
    taxInclusive,
    countries: ["DE"],
    locale: "en",
    taxRates: [
      { country: "DE", subdivision: "", basisPoints },
      { country: "DE", subdivision: "HE", basisPoints: 2000 },
    ],
    shippingOptions: [
      {
        id: "express",
        label: "Express",
        price: money(1290, currency),
        freeFrom: null,
        minDays: 1,
        maxDays: 2,
      },
      {
        id: "standard",
        label: "Standard",
        price: money(490, currency),
        freeFrom: money(7500, currency),
        minDays: 2,
        maxDays: 4,
      },
    ],
  };
}
const line = (unitPriceMinor: number, quantity = 1, isTaxable = true): PricedLine => ({
  unitPriceMinor,
  quantity,
  isTaxable,
});
const at = { country: "DE", subdivision: null };

describe("figures", () => {
  test("where prices include tax it is inside, shipping too", () => {
    const { totals } = priceCart({
      lines: [line(1999, 2)],
      region: region("EUR", true, 1900),
      ...at,
    });
    expect(totals).toEqual({
      subtotal: money(3998, "EUR"),
      discount: money(0, "EUR"),
      shipping: money(490, "EUR"),
      tax: money(638 + 78, "EUR"),
      total: money(4488, "EUR"),
    });
  });

  test("where tax is added, it is added to goods and shipping", () => {
    const { totals, shippingTaxMinor } = priceCart({
      lines: [line(1000), line(500, 1, false)],
      region: region("USD", false, 725),
      ...at,
    });
    expect(shippingTaxMinor).toBe(36);
    expect(totals.tax).toEqual(money(73 + 36, "USD"));
    expect(totals.total).toEqual(money(1500 + 490 + 109, "USD"));
  });

  test("shipping is free from its threshold, which counts goods after discount", () => {
    const eu = region("EUR", true, 1900);
    const shipping = (lines: PricedLine[]) =>
      priceCart({ lines, region: eu, ...at }).totals.shipping;
    expect(shipping([line(7499)]).amountMinor).toBe(490);
    expect(shipping([line(7500)]).amountMinor).toBe(0);
    expect(shipping([{ ...line(7600), discountMinor: 200 }]).amountMinor).toBe(490);
    expect(shipping([]).amountMinor).toBe(0);
    expect(shippingPriceMinor(eu.shippingOptions[0]!, 1_000_000)).toBe(1290);
  });

  test("the chosen option replaces the estimate", () => {
    const input = { lines: [line(9000)], region: region("EUR", true, 1900), ...at };
    expect(priceCart({ ...input, shippingOptionId: "express" }).totals.shipping.amountMinor).toBe(
      1290,
    );
    expect(priceCart({ ...input, shippingOptionId: null }).totals.shipping.amountMinor).toBe(0);
  });

  test("the subdivision's rate, else the country's, else none", () => {
    const eu = region("EUR", true, 1900);
    expect(taxRateOf(eu, "DE", "HE")).toBe(2000);
    expect(taxRateOf(eu, "DE", "BY")).toBe(1900);
    expect(taxRateOf(eu, "DE", null)).toBe(1900);
    expect(taxRateOf(eu, "CH", null)).toBe(0);
  });
});

const lines = fc.array(
  fc
    .record({
      unitPriceMinor: fc.nat(5_000_000),
      quantity: fc.integer({ min: 1, max: 999 }),
      isTaxable: fc.boolean(),
      share: fc.nat(100),
    })
    .map(({ share, ...l }) => ({
      ...l,
      discountMinor: Math.floor((l.unitPriceMinor * l.quantity * share) / 100),
    })),
  { maxLength: 100 },
);
const market = fc
  .record({
    currency: fc.constantFrom<Currency>("EUR", "USD", "GBP", "JPY"),
    taxInclusive: fc.boolean(),
    basisPoints: fc.nat(10_000),
  })
  .map((m) => region(m.currency, m.taxInclusive, m.basisPoints));

describe("properties", () => {
  test("the total adds up exactly, from whole minor units", () => {
    fc.assert(
      fc.property(lines, market, (lines, region) => {
        const { totals, lines: priced } = priceCart({ lines, region, ...at });
        const { subtotal, discount, shipping, tax, total } = totals;
        const added = region.taxInclusive ? 0 : tax.amountMinor;
        expect(total.amountMinor).toBe(
          subtotal.amountMinor - discount.amountMinor + shipping.amountMinor + added,
        );
        const goods = priced.reduce((sum, l) => sum + l.totalMinor, 0);
        expect(goods).toBe(subtotal.amountMinor - discount.amountMinor);
        for (const amount of Object.values(totals)) {
          expect(Number.isSafeInteger(amount.amountMinor)).toBe(true);
          expect(amount.currency).toBe(region.currency);
        }
      }),
    );
  });

  test("the lines' taxes and shipping's add up to the tax; inside, it is never more than the price", () => {
    fc.assert(
      fc.property(lines, market, (lines, region) => {
        const { totals, lines: priced, shippingTaxMinor } = priceCart({ lines, region, ...at });
        const ofLines = priced.reduce((sum, l) => sum + l.taxMinor, 0);
        expect(ofLines + shippingTaxMinor).toBe(totals.tax.amountMinor);
        priced.forEach((l, index) => {
          expect(l.taxMinor).toBeGreaterThanOrEqual(0);
          expect(l.taxMinor).toBeLessThanOrEqual(l.totalMinor);
          expect(lines[index]?.isTaxable || l.taxMinor === 0).toBe(true);
        });
      }),
    );
  });

  test("the order of lines changes nothing", () => {
    fc.assert(
      fc.property(lines, market, (lines, region) => {
        const forward = priceCart({ lines, region, ...at }).totals;
        expect(priceCart({ lines: lines.toReversed(), region, ...at }).totals).toEqual(forward);
      }),
    );
  });
});
