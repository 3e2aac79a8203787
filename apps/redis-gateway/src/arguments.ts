import { RequestError } from "./errors.ts";

/** One argument of a command. A Buffer came as a raw request body and is passed on byte by byte. */
export type Argument = string | Buffer;

/** A command with its name first; never empty. */
export type CommandLine = [name: string, ...args: Argument[]];

/** Parses a JSON request body. @throws RequestError when it isn't JSON */
export function parseJson(body: Buffer): unknown {
  const text = body.toString("utf8");
  try {
    return /\d{16}/.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
  } catch {
    throw new RequestError("ERR failed to parse request: the body must be a JSON array");
  }
}

/** Keeps integers beyond 2^53 as they were written; clients in other languages send them. */
function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  return Number.isInteger(value) && !Number.isSafeInteger(value)
    ? (context?.source ?? value)
    : value;
}

/**
 * Reads one command from parsed JSON.
 * @throws RequestError for anything that isn't a non-empty array of strings, numbers and booleans
 */
export function toCommandLine(value: unknown): CommandLine {
  if (!Array.isArray(value)) throw new RequestError("ERR failed to parse command: not an array");
  if (value.length === 0) throw new RequestError("ERR empty command");
  const [name, ...args] = value;
  return [toArgument(name), ...args.map(toArgument)];
}

function toArgument(value: unknown): string {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
    case "boolean":
      return String(value);
    default:
      throw new RequestError(
        value === null
          ? "ERR null args are not supported"
          : `ERR unsupported arg type: ${Array.isArray(value) ? "array" : typeof value}`,
      );
  }
}

/**
 * Reads a command from the address: `/set/key/value?EX=100&NX` is `SET key value EX 100 NX`.
 * A request body becomes the argument after the path, before the query.
 * @throws RequestError when nothing is named or an escape is broken
 */
export function pathCommandLine(url: string, body?: Buffer): CommandLine {
  const { path, query } = splitUrl(url);
  const [name = "", ...args]: Argument[] = path.slice(1).split("/").map(decodeSegment);
  if (name === "") throw new RequestError("ERR empty command");
  if (body !== undefined && body.length > 0) args.push(body);
  for (const [key, value] of new URLSearchParams(query)) {
    if (key === "_token") continue;
    args.push(key);
    if (value !== "") args.push(value);
  }
  return [name, ...args];
}

/**
 * Reads the channel or pattern of `/subscribe/...`. All of the rest of the path is one name, because
 * `@upstash/redis` sends names unescaped and one at a time.
 * @throws RequestError for a name that its message format can't carry
 */
export function subscriptionTarget(url: string): string {
  const { path, query } = splitUrl(url);
  const target = decodeSegment(path.slice(path.indexOf("/", 1) + 1));
  const isQueried = [...new URLSearchParams(query).keys()].some((key) => key !== "_token");
  if (path.indexOf("/", 1) === -1 || target === "") {
    throw new RequestError("ERR wrong number of arguments for 'subscribe' command");
  }
  if (isQueried || /[,?\r\n]/.test(target)) {
    throw new RequestError("ERR a channel or pattern must not hold ',', '?' or a line break");
  }
  return target;
}

function splitUrl(url: string) {
  const mark = url.indexOf("?");
  return mark === -1
    ? { path: url, query: "" }
    : { path: url.slice(0, mark), query: url.slice(mark + 1) };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new RequestError("ERR the address holds a broken percent escape");
  }
}
