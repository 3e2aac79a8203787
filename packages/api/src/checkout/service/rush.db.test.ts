import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, test } from "vitest";
import { addressIn, makeCart, pay } from "../../../testing/checkouts.ts";
import { testContext } from "../../../testing/context.ts";
import { stockOf } from "../../../testing/ledger.ts";
import { orderOf } from "../../../testing/payments.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import type { DomainError } from "../../kernel/errors.ts";
import { money } from "../../kernel/money.ts";
import { startCheckout } from "./start.ts";
import { updateCheckout } from "./update.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 30 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const location = await makeLocation(db);

test("200 buyers of 50 units: 50 orders, 150 refusals, the books agree", async () => {
  const { variantId: a } = await makeVariant(db, { stock: { [location]: 50 } });
  const carts = [];
  for (let i = 0; i < 200; i += 20)
    carts.push(...(await Promise.all(Array.from({ length: 20 }, () => makeCart(ctx, { [a]: 1 })))));
  const buy = async (cartId: string) => {
    const { id: checkoutId, version } = await startCheckout(ctx, { cartId });
    await updateCheckout(ctx, {
      checkoutId,
      expectedVersion: version,
      email: "a@example.com",
      shippingAddress: addressIn.eu,
      shippingOptionId: "standard",
    });
    return orderOf(await pay(ctx, checkoutId));
  };
  const results = await Promise.allSettled(carts.map((cart) => buy(cart.id)));
  const bought = results.filter((result) => result.status === "fulfilled");
  const reasons = results.flatMap((r) =>
    r.status === "rejected" ? [(r.reason as DomainError).reason] : [],
  );
  // First what was refused: another reason says more than a number.
  expect(reasons).toEqual(Array.from({ length: 150 }, () => "inventory.out_of_stock"));
  expect(bought).toHaveLength(50);
  expect(new Set(bought.map((result) => result.value.number)).size).toBe(50);
  expect(await stockOf(db, a)).toEqual({ onHand: 0, held: 0, sold: 50 });
  const paid = bought.map((result) => result.value.totals.total);
  expect(new Set(paid.map((total) => JSON.stringify(total)))).toEqual(
    new Set([JSON.stringify(money(1999 + 490, "EUR"))]),
  );
}, 120_000);
