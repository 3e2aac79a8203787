import { z } from "zod";
import { sample, type Schema } from "../../src/openapi/sample.ts";
import { hasBody, ownFields, type Operation } from "../../src/plugins/rest/operations.ts";
import { bearer } from "../host.ts";
import type { World } from "./world.ts";

export type Request = {
  method: "HEAD" | "OPTIONS" | Operation["rest"]["method"];
  url: string;
  headers: Record<string, string>;
  body?: unknown;
};

/** Which thing a field names; `made` is the id that its schema gives as an example, of something that does not exist. */
export type Which = (operation: Operation, field: string, made: unknown) => unknown;

export const nothing: Which = (_operation, _field, made) => made;
export const existing =
  ({ ids }: World): Which =>
  ({ rest }, field, made) =>
    ids[`${rest.path.split("/")[1]}.${field}`] ?? ids[field] ?? made;

/** An input that the schema accepts, where one can be made of it: what has to be there, and what names things. */
export function inputOf(operation: Operation, which: Which) {
  const { input, fields } = operation;
  const made = sample(z.toJSONSchema(input, { io: "input", reused: "inline" }) as Schema);
  const own = Object.fromEntries(
    Object.entries(made as object).flatMap(([name, value]) => {
      const chosen = which(operation, name, value);
      const isNeeded = !(input.shape[name] as z.ZodType).safeParse(undefined).success;
      return isNeeded || chosen !== value ? [[name, chosen]] : [];
    }),
  ) as Record<string, unknown>;
  const whole = { ...own, ...(fields.has("expectedVersion") && { expectedVersion: 1 }) };
  return { own, isRight: input.safeParse(whole).success };
}

/** The request that an operation waits for, in every respect. */
export function requestOf(operation: Operation, which: Which, world: World): Request {
  const { rest } = operation;
  const { own } = inputOf(operation, which);
  const path = rest.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(own[name])),
  );
  const names = ownFields(operation).filter((name) => own[name] !== undefined);
  const query = names.map((name) => `${name}=${encodeURIComponent(String(own[name]))}`).join("&");
  const isInBody = hasBody(operation);
  return {
    method: rest.method,
    url: `/api/v1${path}${isInBody || query === "" ? "" : `?${query}`}`,
    headers: {
      ...(rest.user ? world.user : bearer),
      ...(rest.ifMatch !== undefined && { "if-match": '"1"' }),
      ...(rest.idempotencyKey !== undefined && { "idempotency-key": crypto.randomUUID() }),
    },
    ...(isInBody && { body: Object.fromEntries(names.map((name) => [name, own[name]])) }),
  };
}

export function withHeaders(request: Request, headers: Record<string, string>): Request {
  return { ...request, headers: { ...request.headers, ...headers } };
}

export function without(request: Request, header: string): Request {
  const { [header]: _, ...headers } = request.headers;
  return { ...request, headers };
}

export function withQuery(request: Request, query: string): Request {
  return { ...request, url: `${request.url}${request.url.includes("?") ? "&" : "?"}${query}` };
}
