import { createHash } from "node:crypto";

/**
 * Strong validators (RFC 9110 8.8.3). One tag serves every content coding of a representation: `Vary:
 * Accept-Encoding` keeps the codings apart, and nothing here answers ranges, so none can be mixed up.
 */
export function versionTag(version: number): string {
  return `"${version}"`;
}

export function bytesTag(bytes: string | Buffer): string {
  return `"${createHash("sha1").update(bytes).digest("base64url")}"`;
}

export type TagList = "*" | readonly EntityTag[];
export type EntityTag = { value: string; isWeak: boolean };

const entityTag = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"/;

/** Reads If-Match or If-None-Match; null when it is neither `*` nor a list of entity tags. */
export function parseTagList(header: string): TagList | null {
  if (header.trim() === "*") return "*";
  const tags: EntityTag[] = [];
  let rest = header.trim();
  while (rest !== "") {
    const match = entityTag.exec(rest);
    if (match === null) return null;
    tags.push({ value: match[2] ?? "", isWeak: match[1] !== undefined });
    rest = rest.slice(match[0].length).trimStart();
    if (rest === "") break;
    if (!rest.startsWith(",")) return null;
    // Empty list elements are allowed to receivers: RFC 9110 5.6.1.
    rest = rest.replace(/^[\s,]+/, "");
  }
  return tags.length === 0 ? null : tags;
}

/** Whether a GET may be answered with 304: weak comparison, as RFC 9110 13.1.2 says. */
export function isNotModified(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === etag) return true;
  const tags = parseTagList(ifNoneMatch);
  if (tags === null) return false;
  return tags === "*" || tags.some(({ value }) => `"${value}"` === etag);
}
