/** Several devices at once against the real service on Postgres: they lose answers, repeat requests and send late. */
import { createClient } from "@meridian/db/client.ts";
import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import * as fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { makeLocation, makeVariant } from "../../../testing/shop.ts";
import type { CartOperation, Counter } from "../contract.ts";
import { createCart, getCart } from "../service.ts";
import { applyOperations } from "./operations.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 20 });
afterAll(() => db.$client.end());

const ctx = testContext(db);
const warehouse = await makeLocation(db);
const stock = { [warehouse]: 900 };
const { variantId } = await makeVariant(db, { stock, priceMinor: { eu: 1999 } });

/** What one device does: everything at once, in requests of which some go twice. */
type Device = { adds: number[]; removesAtEnd: boolean; repeats: number };
const device: fc.Arbitrary<Device> = fc.record({
  adds: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 5 }),
  removesAtEnd: fc.boolean(),
  repeats: fc.integer({ min: 1, max: 3 }),
});

test("of everything that devices send at once and again, each add counts once, each removal takes what it saw", async () => {
  const run = async (devices: Device[], first: number) => {
    const { id: cartId } = await createCart(ctx, { region: "eu" });
    const send = (name: string, operations: CartOperation[]) =>
      applyOperations(ctx, { cartId, device: name, operations });
    const { cart } = await send("device-first", [
      { type: "add", seq: 0, variantId, quantity: first },
    ]);
    const observed: Counter = cart.lines[0]!.counter;

    await Promise.all(
      devices.map(async ({ adds, removesAtEnd, repeats }, index) => {
        const name = `device-number-${index}`;
        const operations: CartOperation[] = adds.map((quantity, seq) => ({
          type: "add",
          seq,
          variantId,
          quantity,
        }));
        if (removesAtEnd)
          operations.push({ type: "remove", seq: adds.length, variantId, observed });
        if (operations.length === 0) return;
        await Promise.all(Array.from({ length: repeats }, () => send(name, operations)));
      }),
    );

    const isRemoved = devices.some(({ removesAtEnd }) => removesAtEnd);
    const expected = devices
      .filter(({ removesAtEnd }) => !removesAtEnd)
      .flatMap(({ adds }) => adds)
      .reduce((sum, quantity) => sum + quantity, isRemoved ? 0 : first);
    const after = await getCart(ctx, { cartId });
    expect(after.lines.map((line) => line.quantity)).toEqual(expected > 0 ? [expected] : []);
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(device, { minLength: 2, maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      run,
    ),
    { numRuns: 12 },
  );
  expect(await findBrokenInvariants(db)).toEqual([]);
});
