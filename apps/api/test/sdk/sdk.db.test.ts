import { runExports } from "@meridian/api/server.ts";
import { testContext } from "@meridian/api/testing/context.ts";
import { makeProduct } from "@meridian/api/testing/products.ts";
import { makeLocation } from "@meridian/api/testing/shop.ts";
import { createMeridian, ProblemError, responseOf, type components } from "@meridian/sdk";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { token } from "../host.ts";
import { address, testShop } from "../shop.ts";
import { flakyWay, type Mishap } from "./flaky-way.ts";

const { app, db } = await testShop();
await app.listen({ port: 0, host: "127.0.0.1" });
const { port } = app.server.address() as AddressInfo;
const meridian = createMeridian({ baseUrl: `http://127.0.0.1:${port}`, token });
const locationId = await makeLocation(db);
const product = async (stock: number, title = "Tide teapot") => {
  const made = await makeProduct(db, { title, locationId, variants: [{ eur: 1999, stock }] });
  return { ...made, variantId: made.variantIds[0] ?? "" };
};

async function buy(api: typeof meridian, variantId: string, key: string) {
  const cart = await api.cart.create({ region: "eu" });
  await setLine(api, cart, variantId);
  const checkout = await api.checkout.start({ cartId: cart.id });
  const input = {
    checkoutId: checkout.id,
    email: "ada@example.com",
    shippingOptionId: "standard",
    shippingAddress: address,
  };
  await api.checkout.update(input, { ifMatch: checkout }).catch(forgive);
  return api.checkout.complete(
    { checkoutId: checkout.id, payment: { provider: "test", token: "tok_success" } },
    { idempotencyKey: key },
  );
}

/** Ends with one unit in the cart, whoever's answer was lost. */
async function setLine(
  api: typeof meridian,
  cart: components["schemas"]["Cart"],
  variantId: string,
) {
  await api.cart
    .setLine({ cartId: cart.id, variantId, quantity: 1 }, { ifMatch: cart })
    .catch(forgive);
}

/** A 412 of one's own doing: what was wanted is there. */
function forgive(error: unknown): void {
  if (!(error instanceof ProblemError) || error.status !== 412 || !error.mayHaveApplied)
    throw error;
}

test("a purchase, with what was seen sent back", async () => {
  const { variantId, id, handle } = await product(12);
  const seen = await meridian.catalog.get({ handle, region: "eu" });
  expect(seen.id).toBe(id);
  expect(await meridian.catalog.get({ handle, region: "eu" }, { ifNoneMatch: seen })).toBe(seen);
  const order = await buy(meridian, variantId, "sdk-purchase");
  expect(order).toMatchObject({ email: "ada@example.com" });
  expect(responseOf(order)?.status).toBe(201);
  expect((await meridian.inventory.list({ variantIds: [variantId] })).items).toMatchObject([
    { variantId, available: 11 },
  ]);
  const orders: string[] = [];
  for await (const one of meridian.orders.list.each({ limit: 1 })) orders.push(one.id);
  expect(orders).toContain((order as { id: string }).id);
});

test("what the types refuse, the API refuses, too", async () => {
  const { variantId } = await product(1);
  const cart = await meridian.cart.create({ region: "eu" });
  const line = { cartId: cart.id, variantId, quantity: 1 };
  // @ts-expect-error a line is set with what was seen
  await expect(meridian.cart.setLine(line)).rejects.toMatchObject({ status: 428 });
  // @ts-expect-error a quantity is a number
  const text = meridian.cart.setLine({ ...line, quantity: "1" }, { ifMatch: cart });
  await expect(text).rejects.toMatchObject({ reason: "request.invalid_input" });
  const short = await meridian.cart
    .setLine({ ...line, quantity: 2 }, { ifMatch: cart })
    .catch((error: unknown) => error);
  if (!(short instanceof ProblemError) || !short.is("cart.out_of_stock")) throw short;
  expect(short.problem.details).toEqual({ variantId, requested: 2, available: 1 });
});

test("a level is made, then set under what was seen; 412 says what is there", async () => {
  const { variantId } = await product(3);
  const at = { variantId, locationId: await makeLocation(db) };
  const made = await meridian.inventory.setLevel({ ...at, onHand: 5 }, { ifMatch: null });
  const set = await meridian.inventory.setLevel({ ...at, onHand: 6 }, { ifMatch: made });
  expect([made.onHand, set.onHand]).toEqual([5, 6]);
  const stale = await meridian.inventory
    .setLevel({ ...at, onHand: 7 }, { ifMatch: made })
    .catch((error: unknown) => error);
  expect(stale).toMatchObject({ status: 412, mayHaveApplied: false, problem: { current: set } });
  const { current } = (stale as ProblemError).problem;
  expect(
    await meridian.inventory.setLevel({ ...at, onHand: 7 }, { ifMatch: current! }),
  ).toMatchObject({
    onHand: 7,
  });
});

test("a file comes as it is, and its job as JSON", async () => {
  await product(3);
  const { id: jobId } = await meridian.bulk.addExport({ subject: "stock", format: "csv" });
  while ((await runExports(testContext(db))) > 0);
  const file: string = await meridian.bulk.getFile({ jobId });
  expect(file.split("\r\n")[0]).toBe("sku,variantId,locationId,onHand");
  const { id } = await meridian.bulk.addImport({ subject: "stock", format: "csv" });
  const job = await meridian.bulk.sendFile({ jobId: id, body: file });
  expect(job).toMatchObject({ state: "queued", fileBytes: Buffer.byteLength(file) });
  expect(await meridian.bulk.listRefusals({ jobId: id })).toBe("line,column,reason\r\n");
});

const turns: Mishap[] = [
  "none",
  "lost answer",
  "none",
  "none",
  "bad gateway",
  "none",
  "lost request",
  "none",
  "none",
  "half an answer",
];

test("on a way that loses requests and answers each intent has one effect", async () => {
  const { variantId } = await product(100);
  let asked = 0;
  const way = await flakyWay(port, () => turns[asked++ % turns.length] ?? "none");
  const flaky = createMeridian({ baseUrl: way.baseUrl, token, defaults: { retries: 20 } });
  const orders = await Promise.all(
    Array.from({ length: 8 }, (_, n) => buy(flaky, variantId, `flaky-${n}`)),
  );
  await Promise.all(
    Array.from({ length: 8 }, () =>
      flaky.inventory.adjust({ variantId, locationId, delta: 10, reason: "received" }),
    ),
  );
  expect(new Set(orders.map((order) => (order as { id: string }).id)).size).toBe(8);
  expect(await meridian.inventory.get({ variantId })).toMatchObject({ available: 100 - 8 + 80 });
  for (const mishap of turns) expect(way.happened.get(mishap)).toBeGreaterThan(0);
});
