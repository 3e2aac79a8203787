import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { stockOf } from "@meridian/api/testing/ledger.ts";
import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { expect, test } from "vitest";
import { send } from "./host.ts";
import { complete, readyCheckout, testShop } from "./shop.ts";

const { app, db } = await testShop();
const location = await makeLocation(db);
const teapot = async (onHand: number) =>
  (await makeVariant(db, { stock: { [location]: onHand } })).variantId;

test("200 buyers of 50 units: 50 orders, 150 clear refusals, right books", async () => {
  const variantId = await teapot(50);
  const buyers = await Promise.all(
    Array.from({ length: 200 }, async (_, buyer) => {
      const cart = await send(app, "POST", "/api/v1/carts", { body: { region: "eu" } });
      const cartId = (cart.body as { id: string }).id;
      await send(app, "POST", `/api/v1/carts/${cartId}/operations`, {
        body: {
          device: `device-${buyer}`,
          operations: [{ type: "add", seq: 0, variantId, quantity: 1 }],
        },
      });
      return { cartId, key: `buyer-${buyer}` };
    }),
  );
  const answers = await Promise.all(
    buyers.map(async ({ cartId, key }) => {
      const started = await send(app, "POST", "/api/v1/checkouts", { body: { cartId } });
      if (started.status !== 201) return started;
      const { id, version } = started.body as { id: string; version: number };
      await send(app, "PATCH", `/api/v1/checkouts/${id}`, {
        body: {
          email: "ada@example.com",
          shippingOptionId: "standard",
          shippingAddress: {
            name: "Ada",
            line1: "Ring 1",
            city: "Berlin",
            postalCode: "10115",
            country: "DE",
          },
        },
        headers: { "if-match": `"${version}"` },
      });
      return await complete(app, id, key);
    }),
  );
  const orders = answers.filter(({ status }) => status === 201);
  const refused = answers.filter(({ status }) => status === 409);
  expect([orders.length, refused.length]).toEqual([50, 150]);
  for (const { body } of refused) {
    expect(body).toMatchObject({
      reason: "inventory.out_of_stock",
      details: { variantId, requested: 1 },
    });
  }
  expect(await stockOf(db, variantId)).toEqual({ onHand: 0, held: 0, sold: 50 });
  expect(await findBrokenInvariants(db)).toEqual([]);
}, 120_000);

test("20 completions with one key: one order, 20 equal answers", async () => {
  const variantId = await teapot(5);
  const checkout = await readyCheckout(app, variantId);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => complete(app, checkout.id, "the-same-key")),
  );
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(201);
  const replays = answers.filter(({ headers }) => headers["idempotency-replayed"] === "true");
  expect(replays).toHaveLength(19);
  expect(await stockOf(db, variantId)).toMatchObject({ sold: 1 });
}, 60_000);
