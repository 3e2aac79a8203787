import { appRouter } from "@meridian/api/server.ts";
import { expect, test } from "vitest";
import { openApiDocument } from "../document.ts";
import { breakingChanges } from "./documents.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- a document is changed in all places
type Any = any;
const document: Any = JSON.parse(JSON.stringify(openApiDocument(appRouter)));

function changed(change: (document: Any) => void): Any {
  const copy = structuredClone<Any>(document);
  change(copy);
  return copy;
}
const cart = (from: Any) => from.components.schemas.Cart;
const create = (from: Any) => from.paths["/carts"].post;
const list = (from: Any) => from.paths["/products"].get;
const body = (from: Any) => create(from).requestBody.content["application/json"].schema;
const parameter = (from: Any, name: string) =>
  list(from).parameters.find((one: Any) => one.name === name);

const breaking: Record<string, (document: Any) => void> = {
  "GET /carts/{cartId}: is gone": (d) => delete d.paths["/carts/{cartId}"].get,
  "POST /carts: was called cart.create": (d) => (create(d).operationId = "cart.make"),
  "GET /products query limit: is gone": (d) =>
    (list(d).parameters = list(d).parameters.filter((one: Any) => one.name !== "limit")),
  "GET /products query search: is now required": (d) => (parameter(d, "search").required = true),
  "GET /products query limit: maximum was 100, is 50": (d) =>
    (parameter(d, "limit").schema.maximum = 50),
  "POST /carts body.region: is gone": (d) => delete body(d).properties.region,
  "POST /carts body.country: is now required": (d) => (body(d).required = ["country"]),
  "POST /carts 201: is gone": (d) => delete create(d).responses["201"],
  "POST /carts 201.totals: is gone": (d) => delete cart(d).properties.totals,
  "POST /carts 201.lines: may now be absent": (d) =>
    (cart(d).required = cart(d).required.filter((name: string) => name !== "lines")),
  'POST /carts 201.version: was "integer", is "string"': (d) =>
    (cart(d).properties.version = { type: "string" }),
  'POST /carts: asks for [{"bearer":["cart:write"]}]': (d) =>
    (create(d).security = [{ bearer: ["cart:write"] }]),
};

test.each(Object.entries(breaking))("%s", (line, change) => {
  expect(breakingChanges(document, changed(change))).toContain(line);
});

test("an answer that may now be null breaks who reads it", () => {
  const after = changed((d) => {
    cart(d).properties.version = { anyOf: [cart(d).properties.version, { type: "null" }] };
  });
  expect(breakingChanges(document, after)).toContainEqual(
    expect.stringContaining("version: may now be"),
  );
});

test("what is added breaks nobody", () => {
  const after = changed((d) => {
    d.paths["/new"] = { get: { operationId: "new.get", responses: { "200": {} } } };
    list(d).parameters.push({ name: "more", in: "query", schema: { type: "string" } });
    parameter(d, "limit").schema.maximum = 200;
    cart(d).properties.more = { type: "string" };
    cart(d).required.push("more");
    cart(d).properties.state.enum.push("frozen");
    body(d).properties.more = { type: "string" };
    create(d).responses["418"] = { description: "new" };
  });
  expect(breakingChanges(document, after)).toEqual([]);
});

test("the same document breaks nobody", () => {
  expect(breakingChanges(document, document)).toEqual([]);
});
