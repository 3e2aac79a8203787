import type { Seen } from "./calls.ts";

export type ResponseInfo = { status: number; headers: Headers };

/** Beside the answers, so that these are plain data and yet can be sent back as "what I saw". */
const infos = new WeakMap<object, ResponseInfo>();

export function remember<T>(answer: T, info: ResponseInfo): T {
  if (typeof answer === "object" && answer !== null) infos.set(answer, info);
  return answer;
}

/** Status and headers of the response that an answer came in; undefined for anything but an answer of this client. */
export function responseOf(answer: object): ResponseInfo | undefined {
  return infos.get(answer);
}

/** @throws TypeError when it is neither an ETag nor an answer that had one */
export function etagOf(seen: Seen): string {
  const etag = typeof seen === "string" ? seen : infos.get(seen)?.headers.get("etag");
  if (typeof etag !== "string" || !etag.endsWith('"')) {
    throw new TypeError("what was seen must be an answer of this client, or its ETag with quotes");
  }
  return etag;
}
