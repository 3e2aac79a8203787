import { readFileSync } from "node:fs";
import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { appRouter, type Reason } from "@meridian/api/server.ts";
import { makeCategory, makeProduct } from "@meridian/api/testing/products.ts";
import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import {
  hasBody,
  operationsOf,
  ownFields,
  type Operation,
} from "../src/plugins/rest/operations.ts";
import { catalogue } from "../src/problem/catalogue.ts";
import { hostileTexts, valuesOf } from "./hostile-values.ts";
import { bearer, send } from "./host.ts";
import { complete, readyCheckout, testShop } from "./shop.ts";

const { app, db } = await testShop();
/** Without those that wait for something to happen. */
const operations = operationsOf(appRouter).filter(({ rest }) => rest.rank !== "watch");
/** What ends when its caller goes, and what waits. */
const isLong = (name: string) => name.startsWith("live.") || name.startsWith("events.");
const document = JSON.parse(
  readFileSync(new URL("../../../docs/openapi.json", import.meta.url), "utf8"),
) as { paths: Record<string, Record<string, { responses: object }>> };

const location = await makeLocation(db);
const { variantId } = await makeVariant(db, { stock: { [location]: 1_000 } });
const category = await makeCategory(db, "Kitchen");
const listed = await makeProduct(db, {
  title: "Tide teapot",
  categoryIds: [category.id],
  variants: [
    { options: { Color: "Sage" }, eur: 1999 },
    { options: { Color: "Ink" }, eur: 2099 },
  ],
});
const open = await readyCheckout(app, variantId);
const bought = await readyCheckout(app, variantId);
const order = await complete(app, bought.id, "bought");
const cart = await send(app, "POST", "/api/v1/carts", { body: {} });
const known = [
  listed.handle,
  category.handle,
  variantId,
  location,
  open.id,
  bought.id,
  (order.body as { id: string }).id,
  (cart.body as { id: string }).id,
];

type Answer = Awaited<ReturnType<typeof send>>;

/** Whatever was sent: the answer is documented, holds to its schema, and a refusal is a whole problem. */
function expectOrderly(answer: Answer, { rest, output }: Operation) {
  const described = document.paths[rest.path]?.[rest.method.toLowerCase()]?.responses ?? {};
  expect(Object.keys(described)).toContain(String(answer.status));
  if (answer.status === 204) return;
  // What the schema does not name, it drops: a field that should not be there is a difference.
  if (answer.status < 400) return expect(output.parse(answer.body)).toEqual(answer.body);
  expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
  const { reason, status } = answer.body as { reason: Reason; status: number };
  expect(catalogue[reason]?.status).toBe(answer.status);
  expect(status).toBe(answer.status);
}

const text = (value: unknown): string =>
  (typeof value === "string"
    ? value
    : Array.isArray(value)
      ? value.map(text).join(",")
      : (JSON.stringify(value) ?? "")
  ).toWellFormed();

function requestOf(
  operation: Operation,
  input: Record<string, unknown>,
  headers: Record<string, string>,
) {
  const path = operation.rest.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(text(input[name]) || "x"),
  );
  // Nobody waits for news here.
  const patient = operation.fields.has("wait") ? { ...input, wait: 0 } : input;
  const own = Object.fromEntries(
    Object.entries(patient).filter(([name]) => !operation.pathParams.includes(name)),
  );
  const query = Object.entries(own)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(text(value))}`,
    )
    .join("&");
  const isInBody = hasBody(operation);
  return send(
    app,
    operation.rest.method,
    `/api/v1${path}${isInBody || query === "" ? "" : `?${query}`}`,
    {
      headers: { ...bearer, ...headers },
      ...(isInBody && { body: own }),
    },
  );
}

const headers = fc.record(
  {
    "if-match": fc.constantFrom('"1"', '"2"', "*", "1", '"999999999999"', 'W/"1"', '"\'--"', ""),
    "idempotency-key": fc.oneof(fc.uuid(), fc.constantFrom("bought", "' or 1=1", "x".repeat(300))),
  },
  { requiredKeys: [] },
);

const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<
    string,
    { _def: { type: string; inputs: z.ZodType[] } }
  >,
).filter(([name]) => !isLong(name));

/** In all, over both faces. */
const inputs = 10_000;
const numRuns = Math.ceil(inputs / (operations.length + procedures.length));

test.concurrent.each(operations)(
  "$procedure stands whatever is sent over REST",
  async (operation) => {
    const { fields, pathParams } = operation;
    const names = [...pathParams, ...ownFields(operation)].filter((name) => fields.has(name));
    const shape = Object.fromEntries(
      names.map((name) => [name, operation.input.shape[name] as z.ZodType]),
    );
    const schema = z.toJSONSchema(z.object(shape), { io: "input", reused: "inline" });
    await fc.assert(
      fc.asyncProperty(valuesOf(schema, known), headers, async (value, sent) => {
        const input =
          typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
        const answer = await requestOf(operation, input as Record<string, unknown>, sent);
        expect(answer.status).toBeLessThan(500);
        expectOrderly(answer, operation);
      }),
      { numRuns },
    );
  },
  120_000,
);

test.concurrent.each(procedures)(
  "%s stands whatever is sent over tRPC",
  async (name, { _def }) => {
    const input = _def.inputs[0] ?? z.object({});
    const schema = z.toJSONSchema(input, { io: "input", reused: "inline" });
    await fc.assert(
      fc.asyncProperty(valuesOf(schema, known), async (value) => {
        const json = JSON.stringify(value) ?? "";
        const answer =
          _def.type === "query"
            ? await send(app, "GET", `/trpc/${name}?input=${encodeURIComponent(json)}`, {
                headers: bearer,
              })
            : await send(app, "POST", `/trpc/${name}`, { body: json, headers: bearer });
        expect(answer.status >= 500 ? answer.text : "").toBe("");
      }),
      { numRuns },
    );
  },
  120_000,
);

test("SQL and markup in every text field is text or refused, and changes nothing else", async () => {
  const tables = async () => (await db.$client`select count(*)::int as n from pg_tables`)[0]?.["n"];
  const before = await tables();
  for (const operation of operations) {
    for (const hostile of hostileTexts) {
      const input = Object.fromEntries(
        [...operation.fields]
          .filter(([, { kind }]) => kind === "text")
          .map(([name]) => [name, hostile]),
      );
      expectOrderly(await requestOf(operation, input, {}), operation);
    }
  }
  expect(await tables()).toBe(before);
  expect(await findBrokenInvariants(db)).toEqual([]);
}, 120_000);

test.each([
  "catalog.list",
  "catalog.get",
  "catalog.categories",
  "catalog.suggest",
  "inventory.get",
  "orders.list",
])("%s answers with nothing beside its schema", async (procedure) => {
  const operation = operations.find((one) => one.procedure === procedure);
  if (operation === undefined) throw new Error(`${procedure} has no REST face`);
  const inputs: Record<string, object> = {
    "catalog.get": { handle: listed.handle },
    "catalog.suggest": { q: "teapot" },
    "inventory.get": { variantId },
  };
  const input = (inputs[procedure] ?? {}) as Record<string, unknown>;
  const answer = await requestOf(operation, input, {});
  expect(answer.status).toBe(200);
  expectOrderly(answer, operation);
});
