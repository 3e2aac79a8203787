import { createClient } from "@meridian/db/client.ts";
import { levels, movements, products } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { makeProduct } from "../../../testing/products.ts";
import { makeLocation } from "../../../testing/shop.ts";
import { adjust } from "../../inventory/service/levels.ts";
import type { ReadHighlights } from "../contract.ts";
import { readHighlights } from "./highlights.ts";

const database = await testDatabase();
const db = createClient(database.url);
afterAll(() => db.$client.end());
const ctx = testContext(db);
const here = await makeLocation(db);
const there = await makeLocation(db, 1);

/** What one test made is not in the next one's lists. */
beforeEach(async () => void (await db.update(products).set({ status: "archived" })));

async function product(title: string, sizes: string[] = ["M"]) {
  const variants = sizes.map((Size) => ({ options: { Size } }));
  const { id, variantIds } = await makeProduct(db, { title, variants });
  return { id, variantId: variantIds[0] ?? "", otherId: variantIds[1] ?? "" };
}

type Change = {
  delta: number;
  reason: "received" | "counted" | "sold" | "cancelled" | "transferred";
};

/** One entry of the ledger and its level. Sales come from orders, which are not this test's subject. */
async function book(variantId: string, { delta, reason }: Change, locationId = here) {
  if (reason === "received" || reason === "counted")
    return void (await adjust(ctx, { variantId, locationId, delta, reason }));
  const at = and(eq(levels.variantId, variantId), eq(levels.locationId, locationId));
  const changed = await db
    .update(levels)
    .set({ onHand: sql`${levels.onHand} + ${delta}` })
    .where(at)
    .returning();
  if (changed.length === 0)
    await db.insert(levels).values({ variantId, locationId, onHand: delta });
  await db.insert(movements).values({ variantId, locationId, delta, reason });
}

const received = (delta: number): Change => ({ delta, reason: "received" });
const sold = (units: number): Change => ({ delta: -units, reason: "sold" });

async function read(over: Partial<ReadHighlights> = {}, now = new Date()) {
  const clock = { now: () => now };
  const wanted = { region: "eu" as const, limit: 8, language: "en" as const, ...over };
  const { selling, backInStock } = await readHighlights({ ...ctx, clock }, wanted);
  const titles = (list: typeof selling) => list.map(({ title }) => title);
  return { selling: titles(selling), backInStock: titles(backInStock) };
}

test("what sold the most units comes first; what is sold out is not offered", async () => {
  for (const [title, units, left] of [
    ["Bowl", 3, 5],
    ["Spoon", 7, 1],
    ["Tray", 9, 0],
  ] as const) {
    const { variantId } = await product(title);
    await book(variantId, received(units + left));
    await book(variantId, sold(units - 1));
    await book(variantId, sold(1));
  }
  expect((await read()).selling).toEqual(["Spoon", "Bowl"]);
  expect((await read({ limit: 1 })).selling).toEqual(["Spoon"]);
});

test("what was gone and came back is told, the latest first; what is new, or only more, is not", async () => {
  const [bowl, spoon, fresh, more, moved] = await Promise.all(
    ["Bowl", "Spoon", "New", "More", "Moved"].map((title) => product(title)),
  );
  for (const one of [bowl, spoon]) {
    await book(one!.variantId, received(2));
    await book(one!.variantId, sold(2));
  }
  await book(spoon!.variantId, received(4));
  await book(spoon!.variantId, sold(1));
  await book(bowl!.variantId, { delta: 1, reason: "counted" }, there);
  await book(fresh!.variantId, received(4));
  await book(more!.variantId, received(4));
  await book(more!.variantId, received(4));
  await book(moved!.variantId, received(1));
  await book(moved!.variantId, { delta: -1, reason: "transferred" });
  await book(moved!.variantId, { delta: 1, reason: "transferred" }, there);
  expect((await read()).backInStock).toEqual(["Bowl", "Spoon"]);
});

test("what was ordered and cancelled did not sell", async () => {
  const { variantId } = await product("Bowl");
  await book(variantId, received(9));
  await book(variantId, sold(6));
  await book(variantId, { delta: 6, reason: "cancelled" });
  expect(await read()).toEqual({ selling: [], backInStock: [] });
});

test("what came back and is gone again is not told, though there is more of the product", async () => {
  const { variantId, otherId } = await product("Shirt", ["M", "L"]);
  await book(otherId, received(5));
  await book(variantId, received(1));
  await book(variantId, sold(1));
  await book(variantId, received(1));
  expect((await read()).backInStock).toEqual(["Shirt"]);
  await book(variantId, sold(1));
  expect((await read()).backInStock).toEqual([]);
});

test("after a week it is no news any more", async () => {
  const { variantId } = await product("Bowl");
  await book(variantId, received(1));
  await book(variantId, sold(1));
  await book(variantId, received(5));
  await book(variantId, sold(1));
  expect(await read()).toEqual({ selling: ["Bowl"], backInStock: ["Bowl"] });
  const later = new Date(Date.now() + 8 * 86_400_000);
  expect(await read({}, later)).toEqual({ selling: [], backInStock: [] });
});

test("a draft, and what has no price in the region, is not told", async () => {
  const { id, variantId } = await product("Bowl");
  await book(variantId, received(5));
  await book(variantId, sold(1));
  expect((await read({ region: "jp" })).selling).toEqual([]);
  await db.update(products).set({ status: "draft" }).where(eq(products.id, id));
  expect((await read()).selling).toEqual([]);
});
