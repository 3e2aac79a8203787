import { makeProduct } from "@meridian/api/testing/products.ts";
import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { describe, expect, test } from "vitest";
import { bearer, send } from "./host.ts";
import { address, complete, readyCheckout, testShop } from "./shop.ts";

const { app, db } = await testShop();
const location = await makeLocation(db);
const teapot = async (onHand: number) =>
  (await makeVariant(db, { stock: { [location]: onHand } })).variantId;
const v1 = (path: string) => `/api/v1${path}`;

test("a purchase, as the contract tells it", async () => {
  const product = await makeProduct(db, {
    title: "Tide teapot",
    locationId: location,
    variants: [{ eur: 1999, stock: 12 }],
  });
  const list = await send(app, "GET", v1("/products?limit=20&region=eu"));
  expect(list.body).toMatchObject({
    items: [{ id: product.id, variants: [{ price: { amountMinor: 1999 }, available: 12 }] }],
    nextCursor: null,
    total: 1,
  });
  const [variantId] = product.variantIds;

  const cart = await send(app, "POST", v1("/carts"), { body: { region: "eu" } });
  const { id } = cart.body as { id: string };
  expect([cart.status, cart.headers.location, cart.headers.etag]).toEqual([
    201,
    v1(`/carts/${id}`),
    '"1"',
  ]);
  expect(cart.body).toMatchObject({ version: 1, currency: "EUR", lines: [] });

  const line = await send(app, "PUT", v1(`/carts/${id}/lines/${variantId}`), {
    body: { quantity: 2 },
    headers: { "if-match": '"1"' },
  });
  expect([line.status, line.headers.etag]).toEqual([200, '"2"']);
  const stale = await send(app, "PUT", v1(`/carts/${id}/lines/${variantId}`), {
    body: { quantity: 5 },
    headers: { "if-match": '"1"' },
  });
  expect(stale.body).toMatchObject({ status: 412, current: { id, version: 2 } });
  expect(stale.headers.etag).toBe('"2"');

  const checkout = await send(app, "POST", v1("/checkouts"), { body: { cartId: id } });
  const checkoutId = (checkout.body as { id: string }).id;
  expect(checkout.status).toBe(201);
  expect(checkout.body).toMatchObject({ version: 1, state: "open" });
  expect(checkout.headers.location).toBe(v1(`/checkouts/${checkoutId}`));

  const patched = await send(app, "PATCH", v1(`/checkouts/${checkoutId}`), {
    body: { email: "a@example.com", shippingOptionId: "standard", shippingAddress: address },
    headers: { "if-match": '"1"' },
  });
  expect([patched.status, patched.headers.etag]).toEqual([200, '"2"']);

  const order = await complete(app, checkoutId, "first-try");
  const orderId = (order.body as { id: string }).id;
  expect([order.status, order.headers.location]).toEqual([201, v1(`/orders/${orderId}`)]);
  expect(order.body).toMatchObject({ lines: [{ quantity: 2 }] });
  const again = await complete(app, checkoutId, "first-try");
  expect([again.status, again.headers["idempotency-replayed"]]).toEqual([201, "true"]);
  expect(again.text).toBe(order.text);
  expect(again.headers.location).toBe(order.headers.location);
  const other = await complete(app, checkoutId, "first-try", "tok_decline");
  expect(other.body).toMatchObject({ status: 422, reason: "idempotency.key_reused" });

  const read = await send(app, "GET", v1(`/orders/${orderId}`));
  expect(read.body).toMatchObject({ id: orderId, email: "a@example.com" });
  const stock = await send(app, "GET", v1(`/inventory/${variantId}`));
  expect(stock.body).toMatchObject({ variantId, available: 10 });
});

test("what was bought comes back, and the money for it", async () => {
  const variantId = await teapot(3);
  const checkout = await readyCheckout(app, variantId);
  const { id } = (await complete(app, checkout.id, "to-return")).body as { id: string };
  const post = (path: string, key: string, body: object, token?: object) =>
    send(app, "POST", v1(`/orders/${id}${path}`), {
      body,
      headers: { "idempotency-key": key, ...token },
    });
  await post("/fulfilments", "sent", {}, bearer);
  const lines = [{ variantId, quantity: 1 }];
  const asked = await post("/returns", "back", { lines });
  expect(asked.status).toBe(201);
  const [{ id: returnId }] = (asked.body as { returns: [{ id: string }] }).returns;
  const receipt = `/returns/${returnId}/receipt`;
  expect((await post(receipt, "here", { refund: true })).status).toBe(401);
  const received = await post(receipt, "here", { refund: true }, bearer);
  expect(received.body).toMatchObject({
    paymentState: "partly_refunded",
    refunds: [{ reason: "returned", state: "done" }],
    returns: [{ state: "received" }],
  });
  expect((await post("/refunds", "rest", {})).status).toBe(401);
  const rest = await post("/refunds", "rest", {}, bearer);
  expect([rest.status, rest.body]).toEqual([
    201,
    expect.objectContaining({ paymentState: "refunded" }),
  ]);
  const again = await post("/refunds", "rest", {}, bearer);
  expect([again.text, again.headers["idempotency-replayed"]]).toEqual([rest.text, "true"]);
  const more = await post(
    "/refunds",
    "more",
    { amount: { amountMinor: 1, currency: "EUR" } },
    bearer,
  );
  expect(more.body).toMatchObject({ status: 422, reason: "order.refund_too_high" });
  const both = { lines, amount: { amountMinor: 1, currency: "EUR" } };
  expect((await post("/refunds", "both", both, bearer)).body).toMatchObject({
    status: 400,
    errors: [{ pointer: "/lines" }],
  });
});

describe("paying", () => {
  test("a declined card is a 402 that says why, and the stock stays held", async () => {
    const checkout = await readyCheckout(app, await teapot(1));
    const declined = await complete(app, checkout.id, "declined", "tok_decline");
    expect(declined.body).toMatchObject({ status: 402, reason: "payment.declined" });
    expect((await complete(app, checkout.id, "another card")).body).toMatchObject({ status: 400 });
    expect((await complete(app, checkout.id, "another-card")).status).toBe(201);
  });

  test("a challenge is passed on the test bank's page, which sends people back to the shop alone", async () => {
    const challenge = async (returnUrl: string) => {
      const checkout = await readyCheckout(app, await teapot(1));
      const step = await send(app, "POST", v1(`/checkouts/${checkout.id}/complete`), {
        body: { payment: { provider: "test", token: "tok_challenge", returnUrl } },
        headers: { "idempotency-key": checkout.id },
      });
      expect(step.body).toMatchObject({ state: "requires_action", action: { type: "redirect" } });
      expect(step.status).toBe(202);
      const { pathname } = new URL((step.body as { action: { url: string } }).action.url);
      return { checkout, pathname };
    };
    const decide = (pathname: string, decision: string) =>
      app.inject({
        method: "POST",
        url: pathname,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: `decision=${decision}`,
      });

    const { checkout, pathname } = await challenge("/checkout/done?x=1");
    const page = await send(app, "GET", pathname);
    expect(page.text).toContain("Approve payment");
    expect((await decide(pathname, "maybe")).statusCode).toBe(400);
    const approved = await decide(pathname, "approve");
    expect([approved.statusCode, approved.headers.location]).toEqual([
      303,
      "http://localhost:3000/checkout/done?x=1",
    ]);
    expect((await complete(app, checkout.id, `${checkout.id}-after`)).status).toBe(201);

    for (const evil of [
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "javascript:1",
    ]) {
      const { pathname: path } = await challenge(evil).catch(() => ({ pathname: null }));
      // The checkout may refuse such an address before the page has to.
      if (path === null) continue;
      const left = await decide(path, "decline");
      expect([left.statusCode, left.headers.location]).toEqual([200, undefined]);
    }
  });
});

test("a level is set under its version, and made only when it is new", async () => {
  const variantId = await teapot(5);
  const path = v1(`/inventory/${variantId}/levels/${location}`);
  const set = (headers: Record<string, string>) =>
    send(app, "PUT", path, { body: { onHand: 50 }, headers: { ...bearer, ...headers } });
  expect((await set({})).body).toMatchObject({ status: 428 });
  expect((await set({ "if-none-match": "*" })).body).toMatchObject({ status: 412 });
  expect((await set({ "if-match": '"1"' })).body).toMatchObject({ onHand: 50, version: 2 });
  const elsewhere = v1(`/inventory/${variantId}/levels/${await makeLocation(db)}`);
  const made = await send(app, "PUT", elsewhere, {
    body: { onHand: 7 },
    headers: { ...bearer, "if-none-match": "*" },
  });
  expect(made.body).toMatchObject({ onHand: 7 });
});

test("the catalogue is answered with 304 until something in it changes", async () => {
  const product = await makeProduct(db, {
    title: "Lamp",
    locationId: location,
    variants: [{ eur: 900, stock: 1 }],
  });
  const read = (etag?: string) =>
    send(app, "GET", v1(`/products/${product.handle}`), {
      headers: etag === undefined ? {} : { "if-none-match": etag },
    });
  const { headers } = await read();
  expect(headers["surrogate-key"]).toBe(`catalog ${product.id} shelves ${product.variantIds[0]}`);
  expect((await read(headers.etag)).status).toBe(304);
  await readyCheckout(app, product.variantIds[0] ?? "");
  expect((await read(headers.etag)).status).toBe(200);
});

test("it sells on while Redis is away, and says so", async () => {
  const ready = await send(app, "GET", "/readyz");
  expect([ready.status, ready.body]).toEqual([
    200,
    { status: "degraded", checks: { postgres: "up", redis: "down" } },
  ]);
  const metrics = await send(app, "GET", "/metrics");
  expect(metrics.text).toContain('route="/api/v1/carts/:cartId/lines/:variantId"');
  expect(metrics.text).toContain("nodejs_eventloop_lag_seconds");
});
