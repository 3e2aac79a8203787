/** What a list's address says, and how to say it: filters and sort live in the URL, so it can be shared. Pure. */
import type { ProductSort } from "@meridian/api/catalog/contract.ts";
import type { ListQuery, Place } from "#features/catalog/catalog-data.ts";

export type SearchParams = Record<string, string | string[] | undefined>;

/** `min` and `max` are in whole units of the market's currency, as people write prices. */
export type Listing = {
  q: string;
  category: string;
  collection: string;
  options: Record<string, string[]>;
  min: number | null;
  max: number | null;
  isInStockOnly: boolean;
  /** So many stars or more. */
  rating: number | null;
  sort: ProductSort | null;
  cursor: string | null;
};

export const sorts = [
  "newest",
  "rating",
  "price",
  "-price",
  "title",
] as const satisfies ProductSort[];

const optionPrefix = "option.";
const first = (value: string | string[] | undefined) =>
  (Array.isArray(value) ? value[0] : value) ?? "";
const all = (value: string | string[] | undefined) =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

function starsOf(value: string): number | null {
  return /^[1-4]$/.test(value) ? Number(value) : null;
}

function wholeUnits(value: string): number | null {
  return /^\d{1,7}$/.test(value) ? Number(value) : null;
}

/** Never fails: what makes no sense in an address is left out. */
export function parseListing(params: SearchParams): Listing {
  const options: Record<string, string[]> = {};
  for (const [key, value] of Object.entries(params)) {
    if (key.startsWith(optionPrefix))
      options[key.slice(optionPrefix.length)] = all(value).slice(0, 20);
  }
  const sort = first(params["sort"]);
  return {
    q: first(params["q"]).trim().slice(0, 200),
    category: first(params["category"]),
    collection: first(params["collection"]),
    options,
    min: wholeUnits(first(params["min"])),
    max: wholeUnits(first(params["max"])),
    isInStockOnly: first(params["stock"]) === "in",
    rating: starsOf(first(params["rating"])),
    sort: sort === "relevance" ? sort : (sorts.find((value) => value === sort) ?? null),
    cursor: first(params["cursor"]) || null,
  };
}

/** The address of a list, keys in one order, so that the same list has the same address. */
export function listingHref(path: string, listing: Listing): string {
  const params = new URLSearchParams();
  if (listing.q) params.set("q", listing.q);
  if (listing.category) params.set("category", listing.category);
  if (listing.collection) params.set("collection", listing.collection);
  for (const name of Object.keys(listing.options).toSorted()) {
    for (const value of listing.options[name] ?? []) params.append(optionPrefix + name, value);
  }
  if (listing.min !== null) params.set("min", String(listing.min));
  if (listing.max !== null) params.set("max", String(listing.max));
  if (listing.isInStockOnly) params.set("stock", "in");
  if (listing.rating !== null) params.set("rating", String(listing.rating));
  if (listing.sort) params.set("sort", listing.sort);
  if (listing.cursor) params.set("cursor", listing.cursor);
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** The same list with one value of an option chosen, or not any more. Begins at its first page. */
export function toggleOption(listing: Listing, name: string, value: string): Listing {
  const chosen = listing.options[name] ?? [];
  const next = chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value];
  const { [name]: _, ...others } = listing.options;
  return {
    ...listing,
    cursor: null,
    options: next.length > 0 ? { ...others, [name]: next } : others,
  };
}

/** @param fixed what the page itself stands for: its category or collection */
export function listQuery(
  listing: Listing,
  { language, region }: Place,
  minorPerUnit: number,
  fixed: { category?: string; collection?: string } = {},
): ListQuery {
  const category = fixed.category ?? listing.category;
  const collection = fixed.collection ?? listing.collection;
  return {
    language,
    region,
    limit: 24,
    ...(listing.q && { search: listing.q }),
    ...(category && { category }),
    ...(collection && { collection }),
    ...(Object.keys(listing.options).length > 0 && { options: listing.options }),
    ...(listing.min !== null && { priceMin: listing.min * minorPerUnit }),
    ...(listing.max !== null && { priceMax: listing.max * minorPerUnit }),
    ...(listing.isInStockOnly && { availability: "in_stock" as const }),
    ...(listing.rating !== null && { ratingMin: listing.rating }),
    ...(listing.sort && { sort: listing.sort }),
    ...(listing.cursor && { cursor: listing.cursor }),
  };
}

/** How many filters narrow the list. */
export function countFilters(listing: Listing): number {
  const options = Object.values(listing.options).reduce((sum, values) => sum + values.length, 0);
  const price = listing.min !== null || listing.max !== null ? 1 : 0;
  return (
    options +
    price +
    (listing.isInStockOnly ? 1 : 0) +
    (listing.rating === null ? 0 : 1) +
    (listing.category ? 1 : 0) +
    (listing.collection ? 1 : 0)
  );
}

export function withoutFilters(listing: Listing): Listing {
  return {
    ...listing,
    options: {},
    min: null,
    max: null,
    isInStockOnly: false,
    rating: null,
    category: "",
    collection: "",
    cursor: null,
  };
}
