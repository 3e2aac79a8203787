import type { BrowserContext } from "@playwright/test";

async function cartCookie(context: BrowserContext) {
  const cookie = (await context.cookies()).find(({ name }) => name === "meridian_cart");
  if (!cookie) throw new Error("This browser has no cart.");
  return cookie;
}

/** The id of the cart that this browser fills. */
export async function cartIdOf(context: BrowserContext): Promise<string> {
  return (await cartCookie(context)).value;
}

/** The same shopper on another device. */
export async function takeCartAlong(from: BrowserContext, to: BrowserContext): Promise<void> {
  await to.addCookies([await cartCookie(from)]);
}
