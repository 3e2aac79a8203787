/**
 * Where a shopper may be sent back to: a page of the shop. A path is one of the storefront's. Anything
 * else is null: the API must not send people to addresses that somebody else chose.
 */
export function safeReturnUrl(
  returnUrl: string | null,
  webOrigins: readonly string[],
  ownOrigin: string,
): string | null {
  if (returnUrl === null) return null;
  try {
    const url = new URL(returnUrl, webOrigins[0] ?? ownOrigin);
    return webOrigins.includes(url.origin) || url.origin === ownOrigin ? url.href : null;
  } catch {
    return null;
  }
}
