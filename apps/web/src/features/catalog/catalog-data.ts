import type { ListProducts, Product, Region, RegionId } from "@meridian/api/catalog/contract.ts";
import { cacheLife, cacheTag } from "next/cache";
import { api } from "#api/server.ts";
import { problemOf } from "#api/problem.ts";
import { lifetimes, tags } from "#cache-manifest.ts";
import { regionIds } from "#features/region/regions.ts";

export async function getCategories() {
  "use cache";
  cacheLife(lifetimes.structure);
  cacheTag(tags.categories);
  return (await api.catalog.categories.query({})).items;
}

export async function getCollections() {
  "use cache";
  cacheLife(lifetimes.structure);
  cacheTag(tags.collections);
  return (await api.catalog.collections.query({})).items;
}

/** The market with its tax and shipping. @throws when the API does not serve it */
export async function getMarket(region: RegionId): Promise<Region> {
  "use cache";
  cacheLife(lifetimes.structure);
  cacheTag(tags.regions);
  const { items } = await api.catalog.regions.query({});
  const market = items.find(({ id }) => id === region);
  if (!market) throw new Error(`The API serves no region ${region}`);
  return market;
}

/** Null when there is no such product, or it is not sold in this market. */
export async function findProduct(handle: string, region: RegionId): Promise<Product | null> {
  "use cache";
  cacheLife(lifetimes.products);
  cacheTag(tags.product(handle));
  try {
    return await api.catalog.get.query({ handle, region });
  } catch (error) {
    const status = problemOf(error)?.status;
    if (status === 404 || status === 400) return null;
    throw error;
  }
}

/** Where it is sold, and so has a page. */
export async function marketsOf(handle: string): Promise<RegionId[]> {
  const found = await Promise.all(
    regionIds.map(async (region) => ((await findProduct(handle, region)) ? [region] : [])),
  );
  return found.flat();
}

export type ListQuery = Partial<ListProducts> & { region: RegionId };

export async function listProducts(query: ListQuery) {
  "use cache";
  cacheLife(lifetimes.products);
  cacheTag(tags.products);
  return await api.catalog.list.query(query);
}
