import type { Product } from "@meridian/api/catalog/contract.ts";
import { getTranslations } from "next-intl/server";
import { pictureUrl } from "#design/picture.tsx";
import { priceTexts } from "#design/price.tsx";
import { findProduct, listProducts, type Place } from "#features/catalog/catalog-data.ts";
import { absolute, escapeXml } from "#features/seo/xml.ts";
import { fullAddress } from "#i18n/addresses.ts";

const most = 30;

/** RSS 2.0. An item's guid is its product's id: an address may change, and is then not new. */
export async function newProducts(place: Place): Promise<string> {
  const { language, region } = place;
  const t = await getTranslations({ locale: language, namespace: "shell" });
  const newest = await listProducts({ ...place, sort: "newest", limit: most });
  const products = await Promise.all(newest.map(({ handle }) => findProduct(handle, place)));
  const self = absolute(fullAddress(language, region, "/new.xml"));
  return [
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>\n',
    `<title>${escapeXml(`Meridian: ${t("newInShop")}`)}</title>\n`,
    `<link>${absolute(fullAddress(language, region, "/"))}</link>\n`,
    `<description>${escapeXml(t("description"))}</description>\n<language>${language}</language>\n`,
    `<atom:link href="${self}" rel="self" type="application/rss+xml"/>\n`,
    ...products.flatMap((product) => (product ? [itemOf(product, place)] : [])),
    "</channel></rss>\n",
  ].join("");
}

function itemOf(product: Product, { language, region }: Place): string {
  const { id, handle, title, subtitle, price, image, publishedAt } = product;
  const words = `${subtitle} · ${priceTexts(language).priceText(price)}`;
  const picture = image
    ? `<img src="${absolute(pictureUrl(image, 800))}" alt="${escapeXml(image.alt)}">`
    : "";
  return [
    "<item>",
    `<title>${escapeXml(title)}</title>`,
    `<link>${absolute(fullAddress(language, region, `/products/${handle}`))}</link>`,
    `<guid isPermaLink="false">${id}</guid>`,
    publishedAt ? `<pubDate>${new Date(publishedAt).toUTCString()}</pubDate>` : "",
    `<description>${escapeXml(`${picture}<p>${escapeXml(words)}</p>`)}</description>`,
    "</item>\n",
  ].join("");
}
