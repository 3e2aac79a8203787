import { DomainError } from "@meridian/api/server.ts";

/** One `name=value` of a query; `parts` is the value split at its literal commas (`%2C` is part of a value). */
export type QueryField = { name: string; value: string; parts: readonly string[] };

/**
 * The fields of a URL's query in their order.
 * @throws malformed `request.malformed` when it is not percent-encoded UTF-8
 */
export function parseQuery(url: string): QueryField[] {
  const start = url.indexOf("?");
  if (start === -1) return [];
  return url
    .slice(start + 1)
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const equals = pair.indexOf("=");
      const raw = equals === -1 ? "" : pair.slice(equals + 1);
      const parts = raw.split(",").map(decode);
      return {
        name: decode(equals === -1 ? pair : pair.slice(0, equals)),
        value: parts.join(","),
        parts,
      };
    });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch (cause) {
    throw new DomainError("malformed", "request.malformed", {
      message: "The query is not percent-encoded UTF-8.",
      cause,
    });
  }
}
