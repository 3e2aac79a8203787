import type { RegionId } from "@meridian/api/catalog/contract.ts";
import type { AppRouter } from "@meridian/api/root.ts";
import type { TRPCClient } from "@trpc/client";
import { regionCookie } from "#features/region/regions.ts";

/**
 * Who signs in on a device where no market was chosen yet comes into their own: the page is left for it.
 * @returns whether it is
 */
export async function moveToOwnMarket(
  client: TRPCClient<AppRouter>,
  here: RegionId,
): Promise<boolean> {
  if (document.cookie.includes(`${regionCookie}=`)) return false;
  // A convenience: whoever can't be asked stays here.
  const own = await client.preferences.get.query({}).catch(() => undefined);
  const region = own?.region;
  if (region === undefined || region === null || region === here) return false;
  const url = new URL(window.location.href);
  url.searchParams.set("region", region);
  window.location.assign(url);
  return true;
}
