/**
 * "Add to bag" without JavaScript: the form of the product page posts here, and the answer is the bag, or why it did not go in.
 * It uses the same operations as the browser does, with a device of its own for this one click.
 */
import type { AppRouter } from "@meridian/api/root.ts";
import { createTRPCClient, httpLink } from "@trpc/client";
import { logFailure } from "#api/log-failure.ts";
import { problemOf } from "#api/problem.ts";
import { env } from "#env.ts";
import { refusedAddPath, type RefusedAdd } from "#features/cart/refused-add.ts";
import type { Place } from "#features/catalog/catalog-data.ts";
import { isRegionId, regionCookie } from "#features/region/regions.ts";
import { joinAddress } from "#i18n/addresses.ts";
import { defaultLanguage, homeRegion, isLanguage, type Language } from "#i18n/languages.ts";

/** Speaks for the visitor: says who asks, sends their cookies on, and keeps what the API sets. */
function visitorClient({ headers: asked }: Request, setCookies: string[]) {
  const headers = {
    cookie: asked.get("cookie") ?? "",
    "x-forwarded-for": asked.get("x-forwarded-for") ?? "",
  };
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${env.apiUrl}/trpc`,
        headers,
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
  return (
    origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get("host")
  );
}

/** The visitor's, told in the language of the page that it is filled from. */
async function findOrMakeCart(client: ReturnType<typeof visitorClient>, place: Place) {
  const current = await client.cart.current.query({});
  if (current?.state !== "active") return await client.cart.create.mutate(place);
  const { id: cartId, language } = current;
  if (language === place.language) return current;
  return await client.cart.update.mutate({ cartId, language: place.language });
}

/** @returns what did not go as asked, if anything did not */
async function addOne(
  client: ReturnType<typeof visitorClient>,
  place: Place,
  variantId: string,
): Promise<Omit<RefusedAdd, "product"> | null> {
  try {
    const { id: cartId } = await findOrMakeCart(client, place);
    const { cart, outcomes } = await client.cart.applyOperations.mutate({
      cartId,
      device: crypto.randomUUID(),
      operations: [{ type: "add", seq: 0, variantId, quantity: 1 }],
    });
    const { status, reason = "", details = {} } = outcomes[0] ?? {};
    if (status !== "refused" && status !== "adjusted") return null;
    return { reason, details, isInBag: cart.lines.some((line) => line.variantId === variantId) };
  } catch (error) {
    logFailure(error);
    const { reason = "", details = {} } = problemOf(error) ?? {};
    return { reason, details, isInBag: false };
  }
}

const textOf = (value: FormDataEntryValue | null | undefined) =>
  typeof value === "string" ? value : "";

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response("Forbidden", { status: 403 });
  const form = await request.formData();
  // With a choice of variants the form names two: the page's own and, later, the visitor's.
  const variantId = textOf(form.getAll("variantId").at(-1));
  const spoken = form.get("language");
  const language = isLanguage(spoken) ? spoken : defaultLanguage;
  const cookie = request.headers.get("cookie") ?? "";
  const setCookies: string[] = [];
  const client = visitorClient(request, setCookies);
  const place = { language, region: regionOf(cookie, language) };
  const refused = await addOne(client, place, variantId);
  const product = textOf(form.get("product"));
  const path = refused ? refusedAddPath({ ...refused, product }) : "/cart";
  const headers = new Headers({ location: joinAddress({ language, path }) });
  for (const value of setCookies) headers.append("set-cookie", value);
  return new Response(null, { status: 303, headers });
}
