/** What a page is about, for machines that read it: schema.org in JSON-LD. */
import type { Product, RegionId, Variant } from "@meridian/api/catalog/contract.ts";
import { minorDigits, type Money } from "@meridian/api/kernel/money.ts";
import { pictureUrl } from "#design/picture.tsx";
import { env } from "#env.ts";
import { fullAddress } from "#i18n/addresses.ts";
import type { Language } from "#i18n/languages.ts";

type Place = { language: Language; region: RegionId };

const absolute = (path: string) => new URL(path, env.publicUrl).href;
const urlOf = ({ language, region }: Place, path: string) =>
  absolute(fullAddress(language, region, path));

function decimal({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  return (amountMinor / 10 ** digits).toFixed(digits);
}

function offerOf(variant: Variant, url: string) {
  const isThere = variant.available === null || variant.available > 0;
  return {
    "@type": "Offer",
    url: `${url}?variant=${variant.id}`,
    name: variant.title,
    ...(variant.sku && { sku: variant.sku }),
    price: decimal(variant.price),
    priceCurrency: variant.price.currency,
    availability: `https://schema.org/${isThere ? "InStock" : "OutOfStock"}`,
    itemCondition: "https://schema.org/NewCondition",
  };
}

/** A product with an offer for each of its variants, as they stand when the page is made. */
export function productData(product: Product, place: Place) {
  const url = urlOf(place, `/products/${product.handle}`);
  return {
    "@type": "Product",
    "@id": url,
    url,
    productID: product.id,
    name: product.title,
    description: product.description || product.subtitle,
    image: product.images.map((image) => absolute(pictureUrl(image, 1200))),
    ...(product.vendor && { brand: { "@type": "Brand", name: product.vendor } }),
    offers: product.variants.map((variant) => offerOf(variant, url)),
  };
}

/** @param crumbs from the top down; the page itself is the last and needs no address */
export function breadcrumbData(crumbs: readonly { title: string; href?: string }[], place: Place) {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ title, href }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: title,
      ...(href !== undefined && { item: urlOf(place, href) }),
    })),
  };
}

/** The shop itself, and how it is searched. */
export function shopData(place: Place) {
  const home = urlOf(place, "/");
  const organization = absolute("/#shop");
  return {
    "@graph": [
      {
        "@type": "Organization",
        "@id": organization,
        name: "Meridian",
        url: absolute("/"),
        logo: absolute("/icon.svg"),
      },
      {
        "@type": "WebSite",
        "@id": `${home}#site`,
        name: "Meridian",
        url: home,
        inLanguage: place.language,
        publisher: { "@id": organization },
        potentialAction: {
          "@type": "SearchAction",
          target: {
            "@type": "EntryPoint",
            urlTemplate: `${urlOf(place, "/search")}?q={search_term_string}`,
          },
          "query-input": "required name=search_term_string",
        },
      },
    ],
  };
}

export function StructuredData({ data }: { data: Record<string, unknown> }) {
  // No text of the catalogue can end the script.
  const json = JSON.stringify({ "@context": "https://schema.org", ...data });
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: json.replaceAll("<", String.raw`\u003c`) }}
    />
  );
}
