import type { Cart } from "@meridian/api/cart/contract.ts";
import type { Language } from "#i18n/languages.ts";
import type { Region } from "@meridian/api/catalog/contract.ts";

/** The bag before the server has made one. Its version is older than any of the server's. */
export function emptyCart(region: Region, language: Language): Cart {
  const nothing = { amountMinor: 0, currency: region.currency };
  return {
    id: "",
    version: 0,
    region: region.id,
    currency: region.currency,
    language,
    country: region.countries[0] ?? "",
    subdivision: null,
    state: "active",
    lines: [],
    promotions: [],
    totals: {
      subtotal: nothing,
      discount: nothing,
      shipping: nothing,
      tax: nothing,
      total: nothing,
    },
    taxInclusive: region.taxInclusive,
    freeShippingFrom: null,
  };
}
