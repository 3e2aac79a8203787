import { createClient } from "@meridian/db/client.ts";
import { products, users } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { testContext } from "../../testing/context.ts";
import { makePerson } from "../../testing/people.ts";
import { makeVariant } from "../../testing/shop.ts";
import type { Actor } from "../kernel/context.ts";
import { newId } from "../kernel/ids.ts";
import { maxWishes } from "./contract/limits.ts";
import { addWish, getWishlist, mergeWishes, removeWish } from "./service.ts";
import { listWishes } from "./service/pages.ts";
import { getShared, shareWishlist, unshareWishlist } from "./service/share.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 24 });
afterAll(() => db.$client.end());
const guest = testContext(db);
const as = (actor: Actor) => testContext(db, { actor });
const person = async () => as(await makePerson(db));
const product = async (priceMinor = { eu: 1999 }) =>
  (await makeVariant(db, { priceMinor })).productId;
const page = { region: "eu", language: "en", limit: 20 } as const;

async function eventsOf(id: string | null) {
  const rows = await db.$client<{ version: number; count: number }[]>`
    select aggregate_version as version, (data->>'count')::int as count
      from outbox where aggregate_id = ${id} order by id`;
  return rows.map(({ version, count }) => `${version}: ${count}`);
}

describe("a wish list", () => {
  test("has each product once, the last added first, and tells of each change once", async () => {
    const ada = await person();
    const [a, b] = [await product(), await product()];
    expect(await getWishlist(ada)).toEqual({ id: null, version: 0, productIds: [], share: null });
    await addWish(ada, { productId: a });
    await addWish(ada, { productId: b });
    const list = await addWish(ada, { productId: a });
    expect(list).toMatchObject({ version: 2, productIds: [b, a] });
    await removeWish(ada, { productId: b });
    expect(await removeWish(ada, { productId: b })).toMatchObject({ version: 3, productIds: [a] });
    expect(await eventsOf(list.id)).toEqual(["1: 1", "2: 2", "3: 1"]);
    expect((await getWishlist(await person())).productIds).toEqual([]);
  });

  test("of what many devices do at once nothing is lost, and nothing is there twice", async () => {
    const ada = await person();
    const ids = await Promise.all(Array.from({ length: 8 }, () => product()));
    await Promise.all([...ids, ...ids].map((productId) => addWish(ada, { productId })));
    const list = await getWishlist(ada);
    expect(list.productIds.toSorted()).toEqual(ids.toSorted());
    expect(list.version).toBe(8);
    expect(await eventsOf(list.id)).toHaveLength(8);
  });

  test("takes in what a guest gathered: without doubles, in its order, and what is gone is left out", async () => {
    const ada = await person();
    const [a, b, c, draft] = [await product(), await product(), await product(), await product()];
    await db.update(products).set({ status: "draft" }).where(eq(products.id, draft));
    await addWish(ada, { productId: b });
    const productIds = [c, b, a, draft, c, newId("prod")];
    const merged = await mergeWishes(ada, { productIds });
    expect(merged.productIds).toEqual([c, a, b]);
    expect(await mergeWishes(ada, { productIds })).toEqual(merged);
    const devices = await Promise.all([
      mergeWishes(ada, { productIds: [await product()] }),
      mergeWishes(ada, { productIds: [await product()] }),
    ]);
    expect(Math.max(...devices.map((list) => list.productIds.length))).toBe(5);
  });

  test("has its bound: a merge beyond it adds nothing", async () => {
    const ada = await person();
    const ids = await Promise.all(Array.from({ length: maxWishes }, () => product()));
    expect((await mergeWishes(ada, { productIds: ids })).productIds).toEqual(ids);
    const one = await product();
    const full = { kind: "conflict", reason: "wishlist.too_many", details: { max: maxWishes } };
    await expect(addWish(ada, { productId: one })).rejects.toMatchObject(full);
    await removeWish(ada, { productId: ids[0]! });
    await expect(mergeWishes(ada, { productIds: [one, await product()] })).rejects.toMatchObject(
      full,
    );
    expect((await getWishlist(ada)).productIds).toEqual(ids.slice(1));
  });

  test("knows only what is for sale when it is added; what ends meanwhile stays on it, unseen", async () => {
    const ada = await person();
    const none = newId("prod");
    await expect(addWish(ada, { productId: none })).rejects.toMatchObject({
      reason: "wishlist.product_not_found",
      details: { productId: none },
    });
    const [there, ended, elsewhere] = [await product(), await product(), await product()];
    await mergeWishes(ada, { productIds: [there, ended, elsewhere] });
    await db.update(products).set({ status: "archived" }).where(eq(products.id, ended));
    const read = await listWishes(ada, page);
    expect(read).toMatchObject({ total: 3, nextCursor: null });
    expect(read.items.map((item) => item.product?.id ?? null)).toEqual([there, null, elsewhere]);
    const abroad = await listWishes(ada, { ...page, region: "jp" });
    expect(abroad.items.map((item) => item.product)).toEqual([null, null, null]);
  });

  test("is paged stably while things are added", async () => {
    const ada = await person();
    const ids = await Promise.all([product(), product(), product()]);
    await mergeWishes(ada, { productIds: ids });
    const first = await listWishes(ada, { ...page, limit: 2 });
    await addWish(ada, { productId: await product() });
    const second = await listWishes(ada, { ...page, limit: 2, cursor: first.nextCursor! });
    const seen = [...first.items, ...second.items].map(({ productId }) => productId);
    expect(seen).toEqual(ids);
    expect(second.nextCursor).toBeNull();
  });

  test("is refused to an account that is gone", async () => {
    const actor = await makePerson(db);
    await db.delete(users).where(eq(users.id, (actor as { id: string }).id));
    await expect(addWish(as(actor), { productId: await product() })).rejects.toMatchObject({
      reason: "auth.token_invalid",
    });
  });
});

describe("a shared list", () => {
  test("is read by whoever has its link, until it is revoked; the next link is another", async () => {
    const ada = await person();
    const [a, b] = [await product(), await product()];
    await mergeWishes(ada, { productIds: [a, b] });
    const [one, again] = await Promise.all([shareWishlist(ada), shareWishlist(ada)]);
    const token = one.share!.token;
    expect(again.share?.token).toBe(token);
    const read = await getShared(guest, { token, ...page });
    expect(read.items.map(({ id }) => id)).toEqual([a, b]);
    expect(JSON.stringify(read)).not.toContain(one.id!);
    await unshareWishlist(ada);
    expect((await unshareWishlist(ada)).share).toBeNull();
    const gone = { kind: "not_found", reason: "wishlist.share_not_found" };
    await expect(getShared(guest, { token, ...page })).rejects.toMatchObject(gone);
    const next = await shareWishlist(ada);
    expect(next.share?.token).not.toBe(token);
    expect(next.version).toBe(one.version + 2);
  });
});
