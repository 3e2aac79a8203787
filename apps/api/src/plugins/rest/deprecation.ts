import type { RestOptions } from "@meridian/api/server.ts";

/** What each answer of an operation says that is to go: RFC 9745, RFC 8594; nothing for others. */
export function deprecationOf({ deprecated }: RestOptions): Record<string, string> {
  if (deprecated === undefined) return {};
  const { since, sunset, guide } = deprecated;
  return {
    deprecation: `@${Math.floor(Date.parse(since) / 1000)}`,
    ...(sunset !== undefined && { sunset: new Date(sunset).toUTCString() }),
    ...(guide !== undefined && { link: `<${guide}>; rel="deprecation"; type="text/html"` }),
  };
}
