import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "../support/test.ts";

test("each page has one address per language and market, and all of them name each other", async ({
  page,
  request,
  shelf,
}) => {
  const { product } = await shelf.take({ units: 3 });
  const first = await read(page, request, `/products/${product.handle}`);
  expect(first.lang).toBe("en");
  expect(new URL(first.canonical).pathname).toBe(`/products/${product.handle}`);
  expect(first.alternates["x-default"]).toBe(first.canonical);
  const addresses = new Set(Object.values(first.alternates));
  expect(addresses.size).toBe(12);
  for (const address of addresses) {
    const other = await read(page, request, address);
    expect(other.canonical).toBe(address);
    expect(other.alternates).toEqual(first.alternates);
    const ownTags = Object.keys(other.alternates).filter(
      (tag) => other.alternates[tag] === address,
    );
    expect(ownTags.some((tag) => tag.startsWith(other.lang))).toBe(true);
  }
});

test("a product tells machines its price and whether it is there", async ({
  page,
  request,
  shelf,
}) => {
  const { product, variant } = await shelf.take({ units: 4, region: "jp", language: "ja" });
  const { data, openGraph } = await read(page, request, `/ja/products/${product.handle}`);
  const told = data.find((item) => item["@type"] === "Product");
  expect(told).toMatchObject({ "@context": "https://schema.org", name: product.title });
  const offers = told?.["offers"] as Record<string, unknown>[];
  expect(offers).toHaveLength(product.variants.length);
  const offer = offers.find(({ url }) => String(url).endsWith(`?variant=${variant.id}`));
  expect(offer).toMatchObject({
    "@type": "Offer",
    price: String(variant.price.amountMinor),
    priceCurrency: "JPY",
  });
  expect(offer?.["availability"]).toMatch(/^https:\/\/schema\.org\/(InStock|OutOfStock)$/);

  expect(openGraph).toMatchObject({
    "og:type": "website",
    "og:site_name": "Meridian",
    "og:locale": "ja_JP",
    "og:title": product.title,
  });
  expect(openGraph["og:image"]).toMatch(/^http/);

  const crumbs = data.find((item) => item["@type"] === "BreadcrumbList");
  const items = crumbs?.["itemListElement"] as { position: number; item?: string }[];
  expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index + 1));
  expect(items[0]?.item).toMatch(/\/ja$/);

  const home = await read(page, request, "/");
  const graph = home.data.flatMap((item) => (item["@graph"] ?? []) as Record<string, unknown>[]);
  expect(graph.map((item) => item["@type"])).toEqual(["Organization", "WebSite"]);
  expect(JSON.stringify(graph)).toContain("search?q={search_term_string}");
});

test("what is new can be followed, in one's own language", async ({ page, request }) => {
  const home = await read(page, request, "/de");
  const answer = await request.get(new URL(home.feed).pathname);
  expect(answer.headers()["content-type"]).toContain("application/rss+xml");
  const feed = await page.evaluate(
    (xml) => {
      const document = new DOMParser().parseFromString(xml, "application/xml");
      const texts = (name: string) =>
        [...document.querySelectorAll(`item > ${name}`)].map((node) => node.textContent ?? "");
      return {
        isBroken: document.querySelector("parsererror") !== null,
        language: document.querySelector("channel > language")?.textContent,
        links: texts("link"),
        guids: texts("guid"),
        dates: texts("pubDate"),
      };
    },
    await answer.text(),
  );
  expect(feed).toMatchObject({ isBroken: false, language: "de" });
  expect(feed.links.length).toBeGreaterThan(5);
  expect(new Set(feed.guids).size).toBe(feed.links.length);
  for (const date of feed.dates) expect(Date.parse(date)).not.toBeNaN();
  const link = new URL(feed.links[0] ?? "");
  expect((await request.get(link.pathname)).status()).toBe(200);
});

test("crawlers find every address from robots.txt on", async ({ request, shelf }) => {
  const { product } = await shelf.take({ units: 3 });
  const read = async (address: string) => {
    const answer = await request.get(new URL(address).pathname);
    expect(answer.status(), address).toBe(200);
    return answer.text();
  };
  const locations = (xml: string) =>
    [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address);
  const robots = await read("http://shop.example/robots.txt");
  const index = await read(/^Sitemap: (\S+)$/m.exec(robots)?.[1] ?? "");
  const addresses = [];
  for (const part of locations(index)) addresses.push(...locations(await read(part)));
  expect(new Set(addresses).size).toBe(addresses.length);
  const paths = addresses.map((address) => new URL(address).pathname);
  for (const path of [
    "/",
    "/de",
    "/ja/us",
    "/categories/kitchen",
    `/de/uk/products/${product.handle}`,
  ])
    expect(paths).toContain(path);
  for (const address of addresses.filter((_, place) => place % 97 === 0)) await read(address);
});

/** What the head and the data of a page say, as a machine without cookies reads it. */
async function read(page: Page, request: APIRequestContext, address: string) {
  const { pathname, search } = new URL(address, "http://shop.example");
  const answer = await request.get(pathname + search, { headers: { cookie: "" } });
  expect(answer.status(), address).toBe(200);
  return page.evaluate(
    (html) => {
      const document = new DOMParser().parseFromString(html, "text/html");
      const hrefs = (selector: string) =>
        [...document.querySelectorAll<HTMLLinkElement>(selector)].map((link) => ({
          tag: link.getAttribute("hreflang") ?? "",
          href: link.getAttribute("href") ?? "",
        }));
      return {
        lang: document.documentElement.lang,
        canonical: hrefs("link[rel=canonical]")[0]?.href ?? "",
        feed: hrefs("link[type='application/rss+xml']")[0]?.href ?? "",
        alternates: Object.fromEntries(
          hrefs("link[rel=alternate][hreflang]").map(({ tag, href }) => [tag, href]),
        ),
        openGraph: Object.fromEntries(
          [...document.querySelectorAll<HTMLMetaElement>("meta[property^='og:']")].map((meta) => [
            meta.getAttribute("property") ?? "",
            meta.content,
          ]),
        ),
        data: [...document.querySelectorAll("script[type='application/ld+json']")].map(
          (script) => JSON.parse(script.textContent ?? "") as Record<string, unknown>,
        ),
      };
    },
    await answer.text(),
  );
}
