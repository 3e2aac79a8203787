import type {
  ListProducts,
  Product,
  ProductPage,
  ProductSummary,
  Region,
  RegionId,
} from "@meridian/api/catalog/contract.ts";
import { cacheLife, cacheTag } from "next/cache";
import { api } from "#api/server.ts";
import { problemOf } from "#api/problem.ts";
import { lifetimes, tags } from "#cache-manifest.ts";
import { isRegionId, regionIds } from "#features/region/regions.ts";
import { isLanguage, type Language } from "#i18n/languages.ts";

export async function getCategories(language: Language) {
  "use cache";
  cacheLife(lifetimes.structure);
  cacheTag(tags.shelves);
  return (await api.catalog.categories.query({ language })).items;
}

export async function getCollections(language: Language) {
  "use cache";
  cacheLife(lifetimes.structure);
  cacheTag(tags.shelves);
  return (await api.catalog.collections.query({ language })).items;
}

/** Where it is shopped: what is sold there, and in which words it is told. */
export type Place = { language: Language; region: RegionId };

/** What a page's address says; null where it is no place of the shop's. */
export function placeOf({ locale, region }: { locale: string; region: string }): Place | null {
  return isLanguage(locale) && isRegionId(region) ? { language: locale, region } : null;
}

/** The market with its tax and shipping. @throws when the API does not serve it */
export async function getMarket({ language, region }: Place): Promise<Region> {
  "use cache";
  cacheLife(lifetimes.structure);
  cacheTag(tags.regions);
  const { items } = await api.catalog.regions.query({ language });
  const market = items.find(({ id }) => id === region);
  if (!market) throw new Error(`The API serves no region ${region}`);
  return market;
}

/** Null when there is no such product, or it is not sold in this market. */
export async function findProduct(
  handle: string,
  { language, region }: Place,
): Promise<Product | null> {
  "use cache";
  cacheLife(lifetimes.products);
  cacheTag(tags.product(handle), tags.shelves);
  try {
    return await api.catalog.get.query({ handle, region, language });
  } catch (error) {
    if (isRefused(error)) return null;
    throw error;
  }
}

/** Where it is sold, and so has a page. */
export async function marketsOf(handle: string, language: Language): Promise<RegionId[]> {
  const found = await Promise.all(
    regionIds.map(async (region) =>
      (await findProduct(handle, { language, region })) ? [region] : [],
    ),
  );
  return found.flat();
}

export type ListQuery = Partial<ListProducts> & Place;

/** Null for a list that there is not, or no more: of a category that is gone, from a cursor that is none. */
export async function findPage(query: ListQuery): Promise<ProductPage | null> {
  "use cache";
  cacheLife(lifetimes.products);
  cacheTag(tags.products, tags.shelves);
  return await askForPage(query);
}

/** The products of a list's first page. */
export async function listProducts(query: ListQuery): Promise<ProductSummary[]> {
  return (await findPage(query))?.items ?? [];
}

/** As {@link listProducts}, for beside something else: a change of other products does not make that page anew. */
export async function listNeighbours(query: ListQuery): Promise<ProductSummary[]> {
  "use cache";
  cacheLife(lifetimes.products);
  const items = (await askForPage(query))?.items ?? [];
  cacheTag(tags.shelves, ...items.map(({ handle }) => tags.product(handle)));
  return items;
}

async function askForPage(query: ListQuery): Promise<ProductPage | null> {
  try {
    return await api.catalog.list.query(query);
  } catch (error) {
    if (isRefused(error)) return null;
    throw error;
  }
}

function isRefused(error: unknown): boolean {
  const status = problemOf(error)?.status;
  return status === 404 || status === 400;
}

/** What sells now and what just came back. */
export async function getHighlights(place: Place, limit: number) {
  "use cache";
  cacheLife(lifetimes.products);
  cacheTag(tags.products);
  return await api.catalog.highlights.query({ ...place, limit });
}

/** Where each part of the catalogue begins, for crawlers. */
export async function listSitemapParts() {
  "use cache";
  cacheLife(lifetimes.sitemaps);
  return (await api.catalog.sitemapParts.query({})).items;
}

export async function getSitemapPart(firstId: string) {
  "use cache";
  cacheLife(lifetimes.sitemaps);
  return (await api.catalog.sitemapPart.query({ firstId })).items;
}
