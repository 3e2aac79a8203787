import type { RegionId } from "@meridian/api/catalog/contract.ts";
import Negotiator from "negotiator";
import { servedCountries } from "#features/address/address-format.ts";
import { defaultLanguage, languages, type Language } from "#i18n/languages.ts";

const marketOf: Record<string, RegionId> = { GB: "uk", US: "us", JP: "jp" };

/** What a browser says of its owner (RFC 9110, 12.5.4). The market is undefined where no served country is named. */
export function readAcceptLanguage(header: string | null): {
  language: Language;
  region: RegionId | undefined;
} {
  const negotiator = new Negotiator({ headers: { "accept-language": header ?? "" } });
  const tags = header === null ? [] : negotiator.languages();
  const language = header === null ? undefined : negotiator.language([...languages]);
  return {
    language: (language as Language | undefined) ?? defaultLanguage,
    region: tags.map(regionOf).find((region) => region !== undefined),
  };
}

function regionOf(tag: string): RegionId | undefined {
  // What browsers are delivered with everywhere: it tells of no place.
  if (tag === "en-US") return undefined;
  try {
    const country = new Intl.Locale(tag).region ?? "";
    return marketOf[country] ?? (servedCountries.includes(country) ? "eu" : undefined);
  } catch {
    return undefined;
  }
}
