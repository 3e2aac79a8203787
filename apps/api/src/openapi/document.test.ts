import { appRouter } from "@meridian/api/server.ts";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { operationsOf } from "../plugins/rest/operations.ts";
import { differences } from "./differences.ts";
import { openApiDocument } from "./document.ts";

type Json = Record<string, unknown>;
const operations = operationsOf(appRouter);
const shapes = () =>
  JSON.stringify(operations.map(({ input }) => z.toJSONSchema(input, { io: "input" })));
const before = shapes();
const document = JSON.parse(JSON.stringify(openApiDocument(appRouter))) as Json;

test("the written document is the router's", () => {
  const file = new URL("../../../../docs/openapi.json", import.meta.url);
  expect(differences(JSON.parse(readFileSync(file, "utf8")), document)).toEqual([]);
});

test("it is the same each time, and leaves the schemas as they were", () => {
  expect(JSON.parse(JSON.stringify(openApiDocument(appRouter)))).toEqual(document);
  expect(shapes()).toBe(before);
  const setLine = operations.find(({ procedure }) => procedure === "cart.setLine");
  expect(setLine?.input.safeParse({ quantity: "5" }).error?.issues).toContainEqual(
    expect.objectContaining({ path: ["quantity"], expected: "number" }),
  );
});

test("every reference leads somewhere", () => {
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref);
  expect(refs.filter((ref) => resolve(ref ?? "") === undefined)).toEqual([]);
});

test("every procedure with a REST face is there, with its name", () => {
  for (const { procedure, rest } of operations) {
    const path = (document["paths"] as Record<string, Record<string, Json>>)[rest.path];
    expect(path?.[rest.method.toLowerCase()]?.["operationId"]).toBe(procedure);
  }
});

test("every POST takes an Idempotency-Key", () => {
  const paths = Object.values(document["paths"] as Record<string, Record<string, Json>>);
  const posts = paths.flatMap(({ post }) => (post === undefined ? [] : [post]));
  const without = posts.filter(
    ({ parameters }) => !JSON.stringify(parameters).includes("IdempotencyKey"),
  );
  expect(posts.length).toBeGreaterThan(5);
  expect(without.map(({ operationId }) => operationId)).toEqual([]);
});

test("an operation names the scope that it needs, and the scheme explains every scope", () => {
  const { get } = at("/orders");
  expect(get?.["security"]).toEqual([{ oauth2: ["orders:read"] }, { oauth2: ["account"] }]);
  const flows = resolveDeep(document, "components", "securitySchemes", "oauth2", "flows");
  const explained = (flow: string) => Object.keys((flows[flow] as Json)["scopes"] as Json);
  const needed = operations.flatMap(({ rest }) => rest.scope ?? []);
  expect(explained("authorizationCode")).toEqual(expect.arrayContaining(needed));
  // A client has no account of its own.
  expect(explained("clientCredentials")).toEqual(
    expect.arrayContaining(needed.filter((scope) => !scope.startsWith("account"))),
  );
  expect(flows["clientCredentials"]).toMatchObject({ tokenUrl: "/oauth2/token" });
});

test("what comes in headers is not in bodies", () => {
  const { put } = at("/carts/{cartId}/lines/{variantId}");
  const { properties } = resolveDeep(put, "requestBody", "content", "application/json", "schema");
  expect(Object.keys(properties as Json)).toEqual(["quantity"]);
  expect(put?.["parameters"]).toContainEqual({ $ref: "#/components/parameters/IfMatch" });
  expect(Object.keys(put?.["responses"] as Json)).toEqual(
    expect.arrayContaining(["200", "400", "404", "409", "412", "428"]),
  );
});

function at(path: string): Record<string, Json> {
  return (document["paths"] as Record<string, Record<string, Json>>)[path] ?? {};
}

function resolve(ref: string): unknown {
  return ref
    .slice(2)
    .split("/")
    .reduce<unknown>((node, name) => (node as Json | undefined)?.[name], document);
}

function resolveDeep(from: unknown, ...names: string[]): Json {
  return names.reduce<Json>((node, name) => node[name] as Json, from as Json);
}
