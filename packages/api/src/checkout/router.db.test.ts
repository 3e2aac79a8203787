import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, describe, expect, test } from "vitest";
import { makeCart, makeReady } from "../../testing/checkouts.ts";
import { testContext } from "../../testing/context.ts";
import { stockOf } from "../../testing/ledger.ts";
import { chargesOf, ordersOf } from "../../testing/payments.ts";
import { makeLocation, makeVariant } from "../../testing/shop.ts";
import { settleTestChallenge } from "../kernel/payment/test-challenge.ts";
import { publicError } from "../kernel/public-error.ts";
import { createCallerFactory, router, type RequestContext } from "../kernel/trpc.ts";
import { ordersRouter } from "../orders/router.ts";
import { checkoutRouter } from "./router.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 24 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const location = await makeLocation(db);
const variant = async () => (await makeVariant(db, { stock: { [location]: 9 } })).variantId;
const createCaller = createCallerFactory(
  router({ checkout: checkoutRouter, orders: ordersRouter }),
);

/** One request, as a host makes it. */
async function request<T>(call: (caller: ReturnType<typeof createCaller>) => Promise<T>) {
  const context: RequestContext = {
    ...ctx,
    requestId: "test",
    guestCart: { id: undefined, remember() {}, forget() {} },
    live: undefined as never,
    events: undefined as never,
    line: undefined as never,
    signIn: undefined as never,
    browser: { cookie: undefined, keep() {} },
    address: "127.0.0.1",
    reply: { isReplayed: false },
  };
  try {
    return { data: await call(createCaller(context)), isReplayed: context.reply.isReplayed };
  } catch (error) {
    const { reason, status } = publicError(error);
    return { reason, status, isReplayed: context.reply.isReplayed };
  }
}
const complete = (checkoutId: string, idempotencyKey: string, token = "tok_success") =>
  request((caller) =>
    caller.checkout.complete({ checkoutId, idempotencyKey, payment: { provider: "test", token } }),
  );
const bytes = (answers: { data?: unknown }[]) =>
  new Set(answers.map((answer) => JSON.stringify(answer.data)));

describe("one key", () => {
  test("20 completions at once: one order, one charge, 20 equal answers", async () => {
    const a = await variant();
    const checkout = await makeReady(ctx, { [a]: 2 });
    const key = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => complete(checkout.id, key)));
    expect(bytes(answers).size).toBe(1);
    expect(answers[0]?.data).toMatchObject({ state: "paid" });
    expect(answers.filter((answer) => !answer.isReplayed)).toHaveLength(1);
    expect(await ordersOf(db, checkout.id)).toHaveLength(1);
    expect(await chargesOf(db, checkout.id)).toHaveLength(1);
    expect(await stockOf(db, a)).toEqual({ onHand: 7, held: 0, sold: 2 });
  });

  test("a decline is the key's answer; another key tries again", async () => {
    const { id } = await makeReady(ctx, { [await variant()]: 1 });
    const declined = { reason: "payment.declined", status: 402 };
    expect(await complete(id, "one-key-0001", "tok_decline")).toMatchObject(declined);
    expect(await complete(id, "one-key-0001", "tok_decline")).toMatchObject({
      ...declined,
      isReplayed: true,
    });
    expect(await chargesOf(db, id)).toHaveLength(1);
    expect(await complete(id, "one-key-0001")).toMatchObject({ status: 422 });
    expect((await complete(id, "one-key-0002")).data).toMatchObject({ state: "paid" });
  });

  test.each(["the same key", "a new key"])("a challenge is resumed with %s", async (which) => {
    const { id } = await makeReady(ctx, { [await variant()]: 1 });
    const key = crypto.randomUUID();
    const { data } = await complete(id, key, "tok_challenge");
    if (data === undefined || !("action" in data)) throw new Error("no action");
    const reference = data.action.url.split("/").at(-1) ?? "";
    await settleTestChallenge(ctx, { reference, isApproved: true });
    const next = which === "a new key" ? crypto.randomUUID() : key;
    expect((await complete(id, next, "tok_challenge")).data).toMatchObject({ state: "paid" });
    expect(await chargesOf(db, id)).toHaveLength(1);
  });

  test("starting with one key, 20 at once: one checkout, 20 equal answers", async () => {
    const a = await variant();
    const cart = await makeCart(ctx, { [a]: 2 });
    const idempotencyKey = crypto.randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        request((caller) => caller.checkout.start({ cartId: cart.id, idempotencyKey })),
      ),
    );
    expect(bytes(answers).size).toBe(1);
    expect(await stockOf(db, a)).toMatchObject({ held: 2 });
  });
});

test("an order is cancelled once for a key, and for every other key", async () => {
  const a = await variant();
  const { id } = await makeReady(ctx, { [a]: 2 });
  const { data } = await complete(id, crypto.randomUUID());
  if (data === undefined || !("lines" in data)) throw new Error("no order");
  const cancel = (idempotencyKey: string) =>
    request((caller) => caller.orders.cancel({ orderId: data.id, idempotencyKey }));
  const key = crypto.randomUUID();
  const answers = await Promise.all([cancel(key), cancel(key), cancel(crypto.randomUUID())]);
  for (const answer of answers) expect(answer.data).toMatchObject({ state: "cancelled" });
  expect(await stockOf(db, a)).toEqual({ onHand: 9, held: 0, sold: 0 });
});
