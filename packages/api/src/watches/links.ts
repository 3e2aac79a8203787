import type { ServiceContext } from "../kernel/context.ts";
import { settingsOf } from "../kernel/settings.ts";
import type { WatchLanguage } from "./contract.ts";

type Place = { language: WatchLanguage; regionId?: string };

/** To a page of the storefront, in a language and, where it matters, a market. English needs no prefix there. */
export function shopLink(ctx: ServiceContext, { language, regionId }: Place, path: string): string {
  const prefix = `${language === "en" ? "" : `/${language}`}${regionId ? `/${regionId}` : ""}`;
  return `${settingsOf(ctx).shopUrl}${prefix}${path}`;
}

/** A mail program posts there by itself, so it is no page. */
export function unsubscribeUrl(ctx: ServiceContext, addressToken: string): string {
  return `${settingsOf(ctx).shopUrl}/watches/unsubscribe?token=${addressToken}`;
}

/** `Tide teapot, Sage / Large`; of a product without a choice its title alone. */
export function nameOf({
  title,
  variantTitle,
  options,
}: {
  title: string;
  variantTitle: string;
  options: Record<string, string>;
}): string {
  return Object.keys(options).length === 0 ? title : `${title}, ${variantTitle}`;
}
