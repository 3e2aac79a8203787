/** Where a checkout's tax is due, and what it still lacks. Pure and browser-safe. */
import type { Region } from "../catalog/contract.ts";
import type { Address } from "../orders/contract.ts";

export type Destination = { country: string; subdivision: string | null };

/** Where tax is due: the address; until there is one, where the cart was estimated for. */
export function destinationOf(
  address: Pick<Address, "country" | "region"> | null,
  estimate: { country: string | null; subdivision: string | null },
  region: Pick<Region, "countries">,
): Destination {
  if (address !== null)
    return { country: address.country, subdivision: address.region?.toUpperCase() ?? null };
  const country = estimate.country ?? region.countries[0] ?? "";
  return { country, subdivision: estimate.subdivision };
}

/** What has to be known before paying. */
export function missingFields(checkout: {
  email: string | null;
  shippingAddress: unknown;
  shippingOptionId: string | null;
}): ("email" | "shippingAddress" | "shippingOptionId")[] {
  return (["email", "shippingAddress", "shippingOptionId"] as const).filter(
    (field) => checkout[field] === null,
  );
}

/** Whether tax differs by subdivision there, and this one is not known: then the tax would be wrong. */
export function isSubdivisionUnknown(
  region: Pick<Region, "taxRates">,
  { country, subdivision }: Destination,
): boolean {
  const known = region.taxRates.filter((rate) => rate.country === country && rate.subdivision);
  return known.length > 0 && !known.some((rate) => rate.subdivision === subdivision);
}
