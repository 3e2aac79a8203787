import { makeLocation } from "@meridian/api/testing/shop.ts";
import { expect, test } from "vitest";
import { catalogueManager, eur } from "./catalogue-manager.ts";
import { testShop } from "./shop.ts";

const { app, db } = await testShop();
const { call, add, trpc } = catalogueManager(app);
const location = await makeLocation(db);
const sql = db.$client;

type Results = { results: { status: number; version: number; problem: { reason: string } }[] };
const results = ({ body }: { body: unknown }) => (body as Results).results;
let keys = 0;
const batch = (path: string, items: object[], key = `batch-${++keys}`) =>
  call("POST", path, { items }, { "idempotency-key": key });

test("prices are set, taken away and refused one by one; a product changes once", async () => {
  const one = await add();
  const two = await add();
  const [sage, ink] = one.variants.map(({ id }) => id);
  const other = two.variants[0]!.id;
  const answer = await batch("/prices/batch", [
    { variantId: sage, ...eur(500), compareAt: { amountMinor: 900, currency: "EUR" } },
    { variantId: ink, region: "eu", price: null },
    { variantId: ink, region: "us", price: { amountMinor: 700, currency: "USD" } },
    { variantId: other, ...eur(1), expectedVersion: 9 },
    { variantId: other, region: "us", price: { amountMinor: 1, currency: "EUR" } },
    {
      variantId: other,
      region: "uk",
      price: { amountMinor: 2, currency: "GBP" },
      compareAt: { amountMinor: 1, currency: "GBP" },
    },
    { variantId: `var_${"0".repeat(26)}`, ...eur(1) },
  ]);
  expect(answer.status).toBe(200);
  expect(
    results(answer).map(({ status, version, problem }) => [status, version, problem?.reason]),
  ).toEqual([
    [200, 2, undefined],
    [200, 2, undefined],
    [200, 2, undefined],
    [412, 1, "catalog.version_mismatch"],
    [422, null, "catalog.wrong_currency"],
    [422, null, "catalog.compare_at_below_price"],
    [404, null, "catalog.variant_not_found"],
  ]);
  const { record } = await call("GET", `/products/${one.handle}/record`);
  expect(record).toMatchObject({
    version: 2,
    variants: [
      { prices: [{ region: "eu", price: { amountMinor: 500 }, compareAt: { amountMinor: 900 } }] },
      { prices: [{ region: "us", price: { amountMinor: 700 } }] },
    ],
  });
  const shown = await call("GET", `/products/${one.handle}`);
  expect(shown.body).toMatchObject({ price: { amountMinor: 500 }, variants: [{ id: sage }] });
  // What is so already is no change.
  expect(
    results(await batch("/prices/batch", [{ variantId: ink, region: "eu", price: null }])),
  ).toMatchObject([{ status: 200, version: 2 }]);
  const events = await sql`select from outbox where aggregate_id = ${one.id}`;
  expect(events).toHaveLength(2);
});

test("levels are set over both faces, once by one key", async () => {
  const { variants } = await add();
  const items = variants.map(({ id }) => ({ variantId: id, locationId: location, onHand: 5 }));
  const first = await batch("/inventory/levels/batch", items, "levels");
  expect(results(first)).toMatchObject([
    { index: 0, status: 200, version: 1 },
    { index: 1, status: 200, version: 1 },
  ]);
  const again = await batch("/inventory/levels/batch", items, "levels");
  expect(again).toMatchObject({ headers: { "idempotency-replayed": "true" }, body: first.body });
  const other = await batch("/inventory/levels/batch", items.slice(1), "levels");
  expect(other.problem.reason).toBe("idempotency.key_reused");
  const answer = await trpc("inventory.setLevels", {
    items: items.map((item) => ({ ...item, onHand: 6, expectedVersion: 1 })),
  });
  expect(answer.result?.data).toMatchObject({ results: [{ version: 2 }, { version: 2 }] });
  expect((await call("POST", "/inventory/levels/batch", { items })).status).toBe(400);
});

test("an item that repeats another is named, and nothing is set", async () => {
  const { variants } = await add();
  const item = { variantId: variants[0]!.id, locationId: location, onHand: 5 };
  const answer = await batch("/inventory/levels/batch", [item, { ...item, onHand: 6 }]);
  expect(answer).toMatchObject({ status: 400, problem: { errors: [{ pointer: "/items/1" }] } });
  expect(await sql`select from level where variant_id = ${item.variantId}`).toHaveLength(0);
});
