import type { ServiceContext } from "../kernel/context.ts";
import { settingsOf } from "../kernel/settings.ts";
import { shopPath } from "../kernel/shop-path.ts";
import type { WatchLanguage } from "./contract.ts";

type Place = { language: WatchLanguage; regionId?: string };

/** To a page of the storefront. */
export function shopLink(ctx: ServiceContext, place: Place, path: string): string {
  return `${settingsOf(ctx).shopUrl}${shopPath(place, path)}`;
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
