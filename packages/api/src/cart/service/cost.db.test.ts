import { createClient, type Database } from "@meridian/db/client.ts";
import * as schema from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import { startCheckout } from "../../checkout/service/start.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { createPromotion } from "../../promotions/service.ts";
import { createCart, findCart } from "../service.ts";
import { removeLine, setLine } from "./lines.ts";
import { mergeCart } from "./merge.ts";
import { applyOperations } from "./operations.ts";
import { setPromotion } from "./promotions.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 10 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const warehouse = await makeLocation(db);
const made = await Promise.all(
  Array.from({ length: 100 }, () =>
    makeVariant(db, { stock: { [warehouse]: 10_000 }, priceMinor: { eu: 1999 } }),
  ),
);
const variants = made.map(({ variantId }) => variantId);

/** One connection that counts what it sends, `begin` and `commit` included. */
const sent: string[] = [];
const client = postgres(database.url, {
  max: 1,
  debug: (_connection, query) => sent.push(query),
});
afterAll(() => client.end());
const watched: Database = drizzle(client, { schema, casing: "snake_case" });
const counted = testContext(watched);

async function countOf(work: (inner: ServiceContext) => Promise<unknown>): Promise<number> {
  sent.length = 0;
  await work(counted);
  return sent.length;
}

const code = "TENTH";
await createPromotion(ctx, {
  code,
  title: "A tenth",
  discount: { type: "percentage", basisPoints: 1000 },
});
await createPromotion(ctx, { title: "No shipping", discount: { type: "free_shipping" } });

let device = 0;
const addAll = (cartId: string, variantIds: readonly string[]) => ({
  cartId,
  device: `device-number-${device++}`,
  operations: variantIds.map((variantId, seq) => ({
    type: "add" as const,
    seq,
    variantId,
    quantity: 1,
  })),
});

/** What each write to a cart of so many lines sends. */
async function costs(lines: number) {
  const { id: cartId } = await createCart(ctx, { region: "eu" });
  await applyOperations(ctx, addAll(cartId, variants.slice(0, lines)));
  const target = await createCart(ctx, { region: "eu" });
  const key = { cartId, variantId: variants[0]! };
  const fifty = Array.from({ length: 50 }, (_, index) => variants[index % lines]!);
  return {
    create: await countOf((inner) => createCart(inner, { region: "eu" })),
    find: await countOf((inner) => findCart(inner, { cartId })),
    setLine: await countOf((inner) => setLine(inner, { ...key, quantity: 2, expectedVersion: 2 })),
    operation: await countOf((inner) => applyOperations(inner, addAll(cartId, [key.variantId]))),
    fiftyOperations: await countOf((inner) => applyOperations(inner, addAll(cartId, fifty))),
    setPromotion: await countOf((inner) =>
      setPromotion(inner, { cartId, code, expectedVersion: 5 }),
    ),
    removeLine: await countOf((inner) => removeLine(inner, { ...key, expectedVersion: 6 })),
    again: await countOf((inner) => applyOperations(inner, addAll(cartId, [key.variantId]))),
    merge: await countOf((inner) => mergeCart(inner, { cartId: target.id, fromCartId: cartId })),
    checkout: await countOf((inner) => startCheckout(inner, { cartId: target.id })),
  };
}

test("a write sends as many statements at 100 lines as at one, with 50 operations as with one", async () => {
  // Regions and types are read once by a process.
  await costs(1);
  const one = await costs(1);
  expect(one).toMatchObject({
    create: 1,
    find: 1,
    setLine: 2,
    operation: 2,
    fiftyOperations: 2,
    setPromotion: 2,
    removeLine: 2,
    again: 2,
    merge: 8,
  });
  expect(await costs(100)).toEqual(one);
});

test("reading and writing are prepared on the server, once for any number of lines", async () => {
  const prepared = () => client<{ statement: string; plans: number }[]>`
    select statement, (generic_plans + custom_plans)::int as plans from pg_prepared_statements
    where statement ~ '^with (this_cart|raised) '`;
  await costs(1);
  const before = await prepared();
  expect(before).toHaveLength(2);
  await costs(100);
  const after = await prepared();
  expect(after.map(({ statement }) => statement)).toEqual(before.map(({ statement }) => statement));
  for (const [index, { plans }] of after.entries())
    expect(plans).toBeGreaterThan(before[index]!.plans);
});
