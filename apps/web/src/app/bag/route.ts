/**
 * "Add to bag" without JavaScript: the form of the product page posts here, and the answer is the bag.
 * It uses the same operations as the browser does, with a device of its own for this one click.
 */
import type { AppRouter } from "@meridian/api/root.ts";
import { createTRPCClient, httpLink } from "@trpc/client";
import { env } from "#env.ts";
import type { Place } from "#features/catalog/catalog-data.ts";
import { isRegionId, regionCookie } from "#features/region/regions.ts";
import { joinAddress } from "#i18n/addresses.ts";
import { defaultLanguage, homeRegion, isLanguage, type Language } from "#i18n/languages.ts";

/** Speaks for the visitor: sends the cookies on, and keeps what the API sets. */
function visitorClient(cookie: string, setCookies: string[]) {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${env.apiUrl}/trpc`,
        headers: { cookie },
        fetch: async (url, init) => {
          const response = await fetch(url, init);
          setCookies.push(...response.headers.getSetCookie());
          return response;
        },
      }),
    ],
  });
}

function regionOf(cookie: string, language: Language) {
  const value = new RegExp(`(?:^|; )${regionCookie}=(\\w+)`).exec(cookie)?.[1];
  return isRegionId(value) ? value : homeRegion[language];
}

/** Only this shop's own pages may fill a visitor's bag. */
function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  return origin !== null && new URL(origin).host === request.headers.get("host");
}

/** The visitor's, told in the language of the page that it is filled from. */
async function findOrMakeCart(client: ReturnType<typeof visitorClient>, place: Place) {
  const current = await client.cart.current.query({});
  if (current?.state !== "active") return await client.cart.create.mutate(place);
  const { id: cartId, language } = current;
  if (language === place.language) return current;
  return await client.cart.update.mutate({ cartId, language: place.language });
}

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response("Forbidden", { status: 403 });
  const form = await request.formData();
  // With a choice of variants the form names two: the page's own and, later, the visitor's.
  const chosen = form.getAll("variantId").at(-1);
  const variantId = typeof chosen === "string" ? chosen : "";
  const spoken = form.get("language");
  const language = isLanguage(spoken) ? spoken : defaultLanguage;
  const cookie = request.headers.get("cookie") ?? "";
  const setCookies: string[] = [];
  const client = visitorClient(cookie, setCookies);
  const cart = await findOrMakeCart(client, { language, region: regionOf(cookie, language) });
  const { outcomes } = await client.cart.applyOperations.mutate({
    cartId: cart.id,
    device: crypto.randomUUID(),
    operations: [{ type: "add", seq: 0, variantId, quantity: 1 }],
  });
  const refused = outcomes[0]?.status === "refused" ? `?refused=${outcomes[0].reason ?? ""}` : "";
  const headers = new Headers({ location: joinAddress({ language, path: "/cart" }) + refused });
  for (const value of setCookies) headers.append("set-cookie", value);
  return new Response(null, { status: 303, headers });
}
