/** Paying by Stripe over HTTP: an API that is killed between the charge and its record, and what Stripe tells it. */
import { StripeStandIn } from "@meridian/api/testing/stripe/stand-in.ts";
import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { createScratch } from "@meridian/tooling/testing/scratch.ts";
import { Stripe } from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startApiProcess } from "./shop-processes.ts";
import { address } from "./shop.ts";

const webhookSecret = "whsec_of_the_tests";
const database = await testDatabase();
const db = createClient(database.url, { max: 4 });
const scratch = await createScratch();
const redis = await testRedis();
const standIn = new StripeStandIn();
const location = await makeLocation(db);
let api: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  await standIn.start();
  api = await startApi();
});
afterAll(async () => {
  await api.stop();
  scratch.remove();
  await standIn.close();
  await db.$client.end();
});

const startApi = () =>
  startApiProcess(scratch, database.url, redis, {
    STRIPE_SECRET_KEY: "sk_test_1",
    STRIPE_PUBLISHABLE_KEY: "pk_test_1",
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_URL: standIn.url,
    WEB_ORIGIN: "https://shop.example",
  });

/** Of a cart, a checkout, an order or a completion, what is looked at here. */
type Body = {
  id: string;
  state: string;
  orderId: string;
  action: { url: string };
  paymentProviders: object[];
};

async function call(method: string, path: string, body?: object, headers = {}) {
  const response = await fetch(`${api.url}/api/v1${path}`, {
    method,
    headers: { ...(body && { "content-type": "application/json" }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Body,
  };
}

async function ready(): Promise<string> {
  const { variantId } = await makeVariant(db, { stock: { [location]: 3 } });
  const cart = (await call("POST", "/carts", { region: "eu" })).body;
  const line = `/carts/${cart.id}/lines/${variantId}`;
  await call("PUT", line, { quantity: 1 }, { "if-match": '"1"' });
  const { id, paymentProviders } = (await call("POST", "/checkouts", { cartId: cart.id })).body;
  expect(paymentProviders).toEqual([
    { name: "stripe", publishableKey: "pk_test_1" },
    { name: "test", publishableKey: null },
  ]);
  const details = {
    email: "ada@example.com",
    shippingOptionId: "standard",
    shippingAddress: address,
  };
  await call("PATCH", `/checkouts/${id}`, details, { "if-match": '"1"' });
  return id;
}

const pay = (checkoutId: string, token: string, key: string, returnUrl?: string) =>
  call(
    "POST",
    `/checkouts/${checkoutId}/complete`,
    { payment: { provider: "stripe", token, ...(returnUrl && { returnUrl }) } },
    { "idempotency-key": key },
  );

test("an API that is killed when Stripe has charged charges once, whoever repeats the request", async () => {
  const id = await ready();
  const before = standIn.books.charges();
  standIn.fail(/POST .*\/confirm/, { lateMs: 60_000 });
  const lost = pay(id, "pm_card_visa", "key-1").catch(() => "no answer");
  await expect.poll(() => standIn.books.charges()).toBe(before + 1);
  process.kill(api.pid, "SIGKILL");
  expect(await lost).toBe("no answer");
  await db.$client`update idempotency_key set locked_until = clock_timestamp()`;
  await db.$client`update payment_attempt set created_at = created_at - interval '1 minute' where state = 'pending'`;
  api = await startApi();
  const answer = await pay(id, "pm_card_visa", "key-1");
  expect(answer).toMatchObject({ status: 201, body: { state: "paid" } });
  const again = await pay(id, "pm_card_visa", "key-1");
  expect(again.body).toEqual(answer.body);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(standIn.books.charges()).toBe(before + 1);
});

test("Stripe's notice places the order of a shopper who did not come back", async () => {
  const id = await ready();
  const asked = await pay(id, "hosted", "key-2", "https://evil.example/");
  expect(asked).toMatchObject({ status: 202, body: { state: "requires_action" } });
  const session = asked.body.action.url.split("/").at(-1) ?? "";
  expect(standIn.books.sessions.get(session)?.success_url).toBe("https://shop.example");
  const told = {
    id: "evt_1",
    object: "event",
    type: "checkout.session.completed",
    data: { object: standIn.books.sessions.get(session) },
  };
  expect((await notice(told)).status).toBe(204);
  expect((await call("GET", `/checkouts/${id}`)).body).toMatchObject({ state: "paying" });
  standIn.books.paySession(session);
  expect((await notice(told, { secret: "whsec_of_somebody" })).status).toBe(400);
  expect((await notice(told, { timestamp: Math.floor(Date.now() / 1000) - 600 })).status).toBe(400);
  expect((await call("GET", `/checkouts/${id}`)).body).toMatchObject({ state: "paying" });
  expect((await notice(told)).status).toBe(204);
  expect((await notice(told)).status).toBe(204);
  const { state, orderId } = (await call("GET", `/checkouts/${id}`)).body;
  expect(state).toBe("completed");
  expect((await call("GET", `/orders/${orderId}`)).body).toMatchObject({ state: "paid" });
});

test("a notice that can't be settled now is asked for again", async () => {
  const id = await ready();
  const asked = await pay(id, "hosted", "key-3");
  const session = asked.body.action.url.split("/").at(-1) ?? "";
  standIn.books.paySession(session);
  const told = { object: "event", data: { object: standIn.books.sessions.get(session) } };
  standIn.fail(/GET .*sessions/, { status: 500 }, { status: 500 }, { status: 500 });
  expect((await notice(told)).status).toBe(503);
  expect((await notice(told)).status).toBe(204);
  expect((await call("GET", `/checkouts/${id}`)).body).toMatchObject({ state: "completed" });
});

test("notices about what is none of ours are taken", async () => {
  for (const object of [{ object: "balance" }, { metadata: { attempt_id: "pay_nobodys" } }, {}])
    expect((await notice({ object: "event", data: { object } })).status).toBe(204);
});

async function notice(event: object, signed: { secret?: string; timestamp?: number } = {}) {
  const payload = JSON.stringify(event);
  const secret = signed.secret ?? webhookSecret;
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, ...signed, secret });
  return await fetch(`${api.url}/stripe/notices`, {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8", "stripe-signature": signature },
    body: payload,
  });
}
