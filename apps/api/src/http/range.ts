import { HttpRefusal } from "../problem/refusals.ts";

export type Range = { from: number; /** Not with it. */ to: number; isPart: boolean };

/**
 * The bytes that a GET asks for: one range, or all. Anything else than one range of bytes is passed over, as RFC 9110
 * 14.2 allows, and so is a range of another representation (`If-Range`).
 * @throws HttpRefusal `request.range_not_satisfiable` {size}
 */
export function parseRange(
  headers: { range?: string | undefined; "if-range"?: string | string[] | undefined },
  { size, etag }: { size: number; etag: string },
): Range {
  const whole = { from: 0, to: size, isPart: false };
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? "");
  const ifRange = headers["if-range"];
  if (match === null || (ifRange !== undefined && ifRange !== etag)) return whole;
  const [, first = "", last = ""] = match;
  if (first === "" && last === "") return whole;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size : Math.min(size, Number(last) + 1);
  if (from >= size || to <= from) {
    throw new HttpRefusal("request.range_not_satisfiable", `There are ${size} bytes.`, {
      details: { size },
      headers: { "content-range": `bytes */${size}` },
    });
  }
  return { from, to, isPart: true };
}
