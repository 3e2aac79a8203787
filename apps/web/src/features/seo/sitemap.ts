/**
 * Sitemaps (sitemaps.org): an index, one of the shop's own pages, and the catalogue in parts. Each address stands there by
 * itself; which of them are one page in other languages and markets, the pages say (see alternates.ts).
 */
import type { Category, RegionId } from "@meridian/api/catalog/contract.ts";
import {
  getCategories,
  getCollections,
  getSitemapPart,
  listSitemapParts,
} from "#features/catalog/catalog-data.ts";
import { regionIds } from "#features/region/regions.ts";
import { absolute } from "#features/seo/xml.ts";
import { fullAddress } from "#i18n/addresses.ts";
import { defaultLanguage, languages } from "#i18n/languages.ts";

const xmlns = "http://www.sitemaps.org/schemas/sitemap/0.9";
const pages = "pages.xml";
const partName = /^products-(prod_\w{1,40})\.xml$/;

export async function sitemapIndex(): Promise<string> {
  const parts = await listSitemapParts();
  const names = [pages, ...parts.map(({ firstId }) => `products-${firstId}.xml`)];
  const items = names.map(
    (name) => `<sitemap><loc>${absolute(`/sitemaps/${name}`)}</loc></sitemap>\n`,
  );
  return `<sitemapindex xmlns="${xmlns}">\n${items.join("")}</sitemapindex>\n`;
}

/** Undefined when no sitemap is called so. */
export async function findSitemap(name: string): Promise<string | undefined> {
  if (name === pages) return urlset(await ownPages());
  const firstId = partName.exec(name)?.[1];
  if (firstId === undefined) return undefined;
  const products = await getSitemapPart(firstId);
  return urlset(
    products.flatMap(({ handle, regions, updatedAt }) =>
      addresses(`/products/${handle}`, regions, updatedAt),
    ),
  );
}

async function ownPages(): Promise<string[]> {
  const [categories, collections] = await Promise.all([
    getCategories(defaultLanguage),
    getCollections(defaultLanguage),
  ]);
  const paths = [
    "/",
    ...categories.flatMap(withChildren).map((handle) => `/categories/${handle}`),
    ...collections.map(({ handle }) => `/collections/${handle}`),
  ];
  return paths.flatMap((path) => addresses(path, regionIds));
}

function withChildren({ handle, children }: Category): string[] {
  return [handle, ...children.map((child) => child.handle)];
}

function addresses(path: string, regions: readonly RegionId[], updatedAt?: string): string[] {
  const lastmod = updatedAt === undefined ? "" : `<lastmod>${updatedAt}</lastmod>`;
  return languages.flatMap((language) =>
    regions.map((region) => {
      const loc = absolute(fullAddress(language, region, path));
      return `<url><loc>${loc}</loc>${lastmod}</url>\n`;
    }),
  );
}

function urlset(items: readonly string[]): string {
  return `<urlset xmlns="${xmlns}">\n${items.join("")}</urlset>\n`;
}
