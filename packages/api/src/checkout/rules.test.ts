import { describe, expect, test } from "vitest";
import { destinationOf, isSubdivisionUnknown, missingFields } from "./rules.ts";

const us = {
  countries: ["US"],
  taxRates: [
    { country: "US", subdivision: "", basisPoints: 0 },
    { country: "US", subdivision: "CA", basisPoints: 725 },
  ],
};
const eu = {
  countries: ["DE", "FR"],
  taxRates: [{ country: "DE", subdivision: "", basisPoints: 1900 }],
};

describe("where tax is due", () => {
  const estimate = { country: "FR", subdivision: null };
  test("at the address, whatever was estimated before", () => {
    const address = { country: "DE", region: "by" };
    expect(destinationOf(address, estimate, eu)).toEqual({ country: "DE", subdivision: "BY" });
  });
  test("where the cart was estimated for, until there is an address", () => {
    expect(destinationOf(null, estimate, eu)).toEqual(estimate);
  });
  test("in the region's first country, when nothing is known", () => {
    const nothing = { country: null, subdivision: null };
    expect(destinationOf(null, nothing, eu)).toEqual({ country: "DE", subdivision: null });
  });
});

test("a state that tax depends on must be known; elsewhere it is free text", () => {
  expect(isSubdivisionUnknown(us, { country: "US", subdivision: "CA" })).toBe(false);
  expect(isSubdivisionUnknown(us, { country: "US", subdivision: "CALIFORNIA" })).toBe(true);
  expect(isSubdivisionUnknown(us, { country: "US", subdivision: null })).toBe(true);
  expect(isSubdivisionUnknown(us, { country: "US", subdivision: "" })).toBe(true);
  expect(isSubdivisionUnknown(eu, { country: "DE", subdivision: "BAYERN" })).toBe(false);
});

test("what is missing before payment is named, in the order of the form", () => {
  const nothing = { email: null, shippingAddress: null, shippingOptionId: null };
  expect(missingFields(nothing)).toEqual(["email", "shippingAddress", "shippingOptionId"]);
  expect(missingFields({ ...nothing, email: "a@example.com", shippingOptionId: "x" })).toEqual([
    "shippingAddress",
  ]);
  expect(missingFields({ email: "a", shippingAddress: {}, shippingOptionId: "x" })).toEqual([]);
});
