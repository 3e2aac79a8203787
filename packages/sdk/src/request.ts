/** How an operation is sent: written into src/generated/operations.ts from the document. */
export type Route = {
  method: string;
  path: string;
  /** What of the input is in the query, where the rest is the body. A GET has all in the query. */
  query?: readonly string[];
  /** Lists that are one parameter, separated by commas. */
  joined?: readonly string[];
  takesKey?: boolean;
  isPaged?: boolean;
  /** `also`: as a page, too. */
  streams?: "only" | "also";
  /** Set when the body is not JSON; then it is the input's `body`. */
  bodyType?: string;
};

export type Prepared = {
  url: string;
  method: string;
  body?: NonNullable<RequestInit["body"]>;
  contentType?: string;
};

/** Distributes the input over path, query and body. */
export function prepare(base: string, route: Route, input: Record<string, unknown>): Prepared {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name) as string | number | undefined;
    if (value === undefined || value === "") throw new TypeError(`${name} is missing`);
    rest.delete(name);
    return encodeURIComponent(value);
  });
  const names = route.method === "GET" ? [...rest.keys()] : (route.query ?? []);
  const search = new URLSearchParams(
    names.flatMap((name) =>
      parametersOf(name, rest.get(name) as QueryValue, route.joined?.includes(name)),
    ),
  ).toString();
  for (const name of names) rest.delete(name);
  const url = `${base}${path}${search === "" ? "" : `?${search}`}`;
  const { method, bodyType } = route;
  if (bodyType !== undefined) {
    return {
      url,
      method,
      contentType: bodyType,
      body: rest.get("body") as NonNullable<RequestInit["body"]>,
    };
  }
  if (rest.size === 0 && method !== "PUT" && method !== "PATCH") return { url, method };
  const body = JSON.stringify(Object.fromEntries(rest));
  return { url, method, body, contentType: "application/json" };
}

type QueryValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | string[]
  | { [name: string]: QueryValue };

function parametersOf(name: string, value: QueryValue, isJoined = false): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) {
    return isJoined ? [[name, value.join(",")]] : value.map((one) => [name, one]);
  }
  if (typeof value === "object") {
    return Object.entries(value).flatMap(([key, one]) => parametersOf(`${name}[${key}]`, one));
  }
  return [[name, String(value)]];
}
