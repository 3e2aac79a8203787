const here = "https://shop.invalid";

/**
 * Whether an address that came from outside leads to a page of this shop. Read as browsers read it: they take `\` for
 * `/`, and leave tabs and line breaks out.
 */
export function isOwnPage(address: string): boolean {
  if (!address.startsWith("/") || !URL.canParse(address, here)) return false;
  const { origin, pathname } = new URL(address, here);
  return origin === here && !pathname.startsWith("//");
}
