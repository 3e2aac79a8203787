import { createClient } from "@meridian/db/client.ts";
import { promotions } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { addLines, makeCart } from "../../../testing/checkouts.ts";
import { testContext } from "../../../testing/context.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import { money } from "../../kernel/money.ts";
import type { CreatePromotion } from "../../promotions/contract.ts";
import { createPromotion, deletePromotion } from "../../promotions/service.ts";
import { createCart, getCart, updateCart } from "../service.ts";
import { mergeCart } from "./merge.ts";
import { removePromotion, setPromotion } from "./promotions.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 16 });
afterAll(() => db.$client.end());
// What applies by itself would reach into the other tests.
afterEach(async () => {
  await db.delete(promotions);
});

const ctx = testContext(db);
const warehouse = await makeLocation(db);
const { variantId } = await makeVariant(db, {
  stock: { [warehouse]: 500 },
  priceMinor: { eu: 1999, us: 2199 },
});
const refused = (reason: string, details: object = {}) =>
  expect.objectContaining({ reason, details: expect.objectContaining(details) });

const tenth = { type: "percentage", basisPoints: 1000 } as const;
let codes = 0;
async function makeCode(over: Partial<CreatePromotion> = {}): Promise<string> {
  const code = `CODE-${codes++}`;
  await createPromotion(ctx, { code, title: "A tenth off", discount: tenth, ...over });
  return code;
}
const apply = ({ id, version }: { id: string; version: number }, code: string) =>
  setPromotion(ctx, { cartId: id, code, expectedVersion: version });
const hourFromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

describe("a code", () => {
  test("takes its share off the lines, tax is due on what is left", async () => {
    const code = await makeCode();
    const cart = await makeCart(ctx, { [variantId]: 3 });
    const cheaper = await apply(cart, code);
    expect(cheaper.version).toBe(cart.version + 1);
    expect(cheaper).toMatchObject({
      lines: [{ total: money(5997, "EUR"), discount: money(600, "EUR") }],
      promotions: [{ code, isApplied: true, reduction: money(600, "EUR"), refusal: null }],
      totals: { subtotal: money(5997, "EUR"), discount: money(600, "EUR") },
    });
    expect(cheaper.totals.tax.amountMinor).toBeLessThan(cart.totals.tax.amountMinor);
    // What was answered is what is read.
    expect(await getCart(ctx, { cartId: cart.id })).toEqual(cheaper);
    const { version } = cheaper;
    const without = await removePromotion(ctx, { cartId: cart.id, code, expectedVersion: version });
    expect(without).toMatchObject({ version: version + 1, promotions: [], totals: cart.totals });
    const again = { cartId: cart.id, code, expectedVersion: version + 1 };
    expect((await removePromotion(ctx, again)).version).toBe(version + 1);
  });

  test("gives way to another one", async () => {
    const [first, second] = [await makeCode(), await makeCode()];
    const cart = await apply(await makeCart(ctx, { [variantId]: 1 }), first);
    const other = await apply(cart, second);
    expect(other.promotions.map((promotion) => promotion.code)).toEqual([second]);
  });

  test("applied ten times at once counts once; who saw an old version hears of the new one", async () => {
    const code = await makeCode();
    const cart = await makeCart(ctx, { [variantId]: 1 });
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => apply(cart, code)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { version, totals } = await getCart(ctx, { cartId: cart.id });
    for (const result of results)
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({
          reason: "cart.version_mismatch",
          current: { version },
        });
    expect(totals.discount).toEqual(money(200, "EUR"));
  });

  test("is not lost when the cart is merged; the receiving cart's own stays", async () => {
    const [a, b] = [await makeCode(), await makeCode()];
    const guest = await apply(await makeCart(ctx, { [variantId]: 1 }), a);
    const own = await createCart(ctx, { region: "eu" });
    const merged = await mergeCart(ctx, { cartId: own.id, fromCartId: guest.id });
    expect(merged.cart.promotions).toMatchObject([{ code: a, isApplied: true }]);
    const third = await apply(await makeCart(ctx, { [variantId]: 1 }), b);
    const both = await mergeCart(ctx, { cartId: own.id, fromCartId: third.id });
    expect(both.cart.promotions.map(({ code }) => code)).toEqual([a]);
  });
});

describe("a code that does not count", () => {
  const judged = async (over: Partial<CreatePromotion>) => {
    const code = await makeCode(over);
    const cart = await makeCart(ctx, { [variantId]: 1 });
    const error: unknown = await apply(cart, code).catch((reason: unknown) => reason);
    expect((await getCart(ctx, { cartId: cart.id })).version).toBe(cart.version);
    return error;
  };

  test("is refused and says why", async () => {
    const startsAt = hourFromNow(1);
    expect(await judged({ startsAt })).toEqual(refused("promotions.not_started", { startsAt }));
    const endsAt = hourFromNow(-1);
    expect(await judged({ startsAt: hourFromNow(-2), endsAt })).toEqual(
      refused("promotions.expired", { endsAt }),
    );
    const minimumSubtotal = money(2000, "EUR");
    expect(await judged({ minimumSubtotal })).toEqual(
      refused("promotions.not_applicable", { minimumSubtotal }),
    );
    const amount = money(500, "USD");
    expect(await judged({ discount: { type: "amount", amount } })).toEqual(
      refused("promotions.not_applicable", { currency: "USD" }),
    );
  });

  test("is not there at all when nobody made it, or it was stopped", async () => {
    const cart = await makeCart(ctx, { [variantId]: 1 });
    await expect(apply(cart, "NOBODY")).rejects.toEqual(
      refused("promotions.not_found", { code: "NOBODY" }),
    );
    const code = await makeCode();
    await db.update(promotions).set({ isActive: false }).where(eq(promotions.code, code));
    await expect(apply(cart, code)).rejects.toEqual(refused("promotions.not_found"));
  });

  test("stays in the cart and counts again when it can", async () => {
    const code = await makeCode({ minimumSubtotal: money(3000, "EUR") });
    const cart = await apply(await makeCart(ctx, { [variantId]: 2 }), code);
    const usd = await updateCart(ctx, { cartId: cart.id, region: "us" });
    expect(usd.promotions).toMatchObject([
      { isApplied: false, refusal: { reason: "promotions.not_applicable" } },
    ]);
    expect(usd.totals.discount).toEqual(money(0, "USD"));
    const back = await updateCart(ctx, { cartId: cart.id, region: "eu" });
    expect(back.totals.discount).toEqual(cart.totals.discount);
  });
});

test("what applies by itself does so from its minimum on, and until it ends", async () => {
  const { id } = await createPromotion(ctx, {
    title: "No shipping",
    discount: { type: "free_shipping" },
    minimumSubtotal: money(3000, "EUR"),
  });
  const endsAt = hourFromNow(-1);
  await createPromotion(ctx, {
    title: "Over",
    discount: tenth,
    startsAt: hourFromNow(-2),
    endsAt,
  });
  const empty = await createCart(ctx, { region: "eu" });
  expect(await getCart(ctx, { cartId: empty.id })).toEqual(empty);
  await addLines(ctx, empty.id, { [variantId]: 1 });
  const small = await getCart(ctx, { cartId: empty.id });
  expect(small.promotions).toMatchObject([{ id, isApplied: false }]);
  expect(small.totals.shipping.amountMinor).toBeGreaterThan(0);
  await addLines(ctx, empty.id, { [variantId]: 1 });
  const large = await getCart(ctx, { cartId: empty.id });
  expect(large.promotions).toMatchObject([{ id, isApplied: true, freesShipping: true }]);
  expect(large.totals.shipping).toEqual(money(0, "EUR"));
  await deletePromotion(ctx, { promotionId: id });
  expect((await getCart(ctx, { cartId: empty.id })).promotions).toEqual([]);
});
