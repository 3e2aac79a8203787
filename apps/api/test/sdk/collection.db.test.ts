import { readFileSync } from "node:fs";
import { makeProduct } from "@meridian/api/testing/products.ts";
import { makeLocation } from "@meridian/api/testing/shop.ts";
import type { InjectOptions } from "fastify";
import { expect, test } from "vitest";
import { send, token } from "../host.ts";
import { testShop } from "../shop.ts";

type Item = {
  name: string;
  request: {
    method: NonNullable<InjectOptions["method"]>;
    header: { key: string; value: string; disabled?: boolean }[];
    url: { raw: string };
    body?: { raw: string };
  };
};

const { app, db } = await testShop();
const collection = JSON.parse(
  readFileSync(new URL("../../../../docs/collection.json", import.meta.url), "utf8"),
) as { item: { item: Item[] }[] };
const items = collection.item.flatMap(({ item }) => item);

test("requests of the collection make a purchase, with what earlier answers said", async () => {
  const locationId = await makeLocation(db);
  const { variantIds, handle } = await makeProduct(db, {
    title: "Tide teapot",
    locationId,
    variants: [{ eur: 1999, stock: 12 }],
  });
  const variables: Record<string, string> = {
    baseUrl: "",
    token,
    handle,
    locationId,
    variantId: variantIds[0] ?? "",
  };
  const fill = (text: string) =>
    text.replaceAll(/\{\{([$\w]+)\}\}/g, (_, name: string) =>
      name === "$guid" ? crypto.randomUUID() : (variables[name] ?? ""),
    );
  const names: Record<string, string> = { cart: "cartId", chk: "checkoutId", ord: "orderId" };

  async function request(path: string, body?: object) {
    const [method, url] = path.split(" ");
    const item = items.find(
      (one) => one.request.method === method && one.request.url.raw === `{{baseUrl}}/api/v1${url}`,
    );
    if (item === undefined) throw new Error(`the collection has no ${path}`);
    const headers = item.request.header.filter((one) => !one.disabled);
    const raw = item.request.body === undefined ? undefined : fill(item.request.body.raw);
    const answer = await send(app, item.request.method, fill(item.request.url.raw), {
      headers: {
        authorization: `Bearer ${token}`,
        ...Object.fromEntries(headers.map(({ key, value }) => [key.toLowerCase(), fill(value)])),
      },
      ...(raw !== undefined && { body: { ...(JSON.parse(raw) as object), ...body } }),
    });
    expect([path, answer.status]).toEqual([path, expect.toSatisfy((status) => status < 300)]);
    variables["etag"] = answer.headers["etag"] ?? "";
    const { id = "" } = answer.body as { id?: string };
    const name = names[id.slice(0, id.indexOf("_"))];
    if (name !== undefined) variables[name] = id;
  }

  await request("GET /products/{{handle}}");
  await request("GET /inventory?variantIds={{variantId}}");
  await request("POST /inventory/adjustments");
  await request("POST /carts", { country: undefined, subdivision: undefined });
  await request("PUT /carts/{{cartId}}/lines/{{variantId}}");
  await request("POST /checkouts");
  await request("PATCH /checkouts/{{checkoutId}}", {
    email: "ada@example.com",
    shippingOptionId: "standard",
    shippingAddress: {
      name: "Ada",
      line1: "Ring 1",
      city: "Berlin",
      postalCode: "10115",
      country: "DE",
    },
  });
  await request("POST /checkouts/{{checkoutId}}/complete", {
    payment: { provider: "test", token: "tok_success" },
  });
  await request("GET /orders/{{orderId}}");
});
