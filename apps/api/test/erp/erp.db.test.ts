/** examples/erp against the API, the worker, PostgreSQL and Redis, each a process of its own. */
import { createClient } from "@meridian/db/client.ts";
import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { clientCredentials, createMeridian, type Meridian } from "@meridian/sdk";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { createScratch } from "@meridian/tooling/testing/scratch.ts";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { Random } from "../../../../chaos/src/random.ts";
import { Books } from "../../../../examples/erp/src/books.ts";
import { address } from "../shop.ts";
import { demoClient, startShopProcesses } from "../shop-processes.ts";
import { MortalErp, type Movement } from "./mortal-erp.ts";
import { makeLevels } from "./wide-shop.ts";

const levelCount = 10_000;
const stock = 100;
const killsWhileCopying = 6;
const killsInStep = 16;

const database = await testDatabase();
const db = createClient(database.url, { max: 4 });
const scratch = await createScratch();
const processes = await startShopProcesses(scratch, database.url, await testRedis());
const baseUrl = processes.url;
const { locationId, variantIds } = await makeLevels(db, levelCount, stock);
const erp = new MortalErp(baseUrl, locationId);
afterAll(async () => {
  await erp.close();
  await processes.stop();
  scratch.remove();
  await db.$client.end();
});
const shop = createMeridian({
  baseUrl,
  token: clientCredentials({
    baseUrl,
    clientId: demoClient.id,
    clientSecret: demoClient.secret,
  }),
});
const patience = { timeout: 120_000, interval: 500 };
const random = new Random(Number(process.env["MERIDIAN_SEED"] ?? 20_261_126));

/** What each side moved, by variant: all that may be in the ledger beside the first stock. */
const moved = { counted: new Map<string, number>(), damaged: new Map(), sold: new Map() };
const add = (to: Map<string, number>, { variantId, delta }: Movement) =>
  to.set(variantId, (to.get(variantId) ?? 0) + delta);

/** Both sides touch the same few variants often, and all others now and then. */
const anyVariant = () =>
  random.chance(0.5)
    ? random.pick(variantIds.slice(0, 40))
    : random.pick(variantIds.slice(0, -2_000));

function writeNote(name: string, lines: number): void {
  const movements = Array.from({ length: lines }, () => ({
    variantId: anyVariant(),
    delta: random.chance(0.7) ? random.between(1, 5) : -1,
  }));
  erp.note(name, movements);
  for (const movement of movements) add(moved.counted, movement);
}

/** Of those that nobody else touches, each once: what is not learned now is never learned. */
const quiet = variantIds.slice(-2_000);

async function changeInShop(n: number): Promise<void> {
  const variantId = n % 2 === 0 ? quiet.pop() : anyVariant();
  const movement = { variantId: variantId ?? "", delta: -random.between(1, 2) };
  await shop.inventory.adjust({ ...movement, locationId, reason: "damaged" });
  add(moved.damaged, movement);
}

async function sell(): Promise<void> {
  const variantId = anyVariant();
  await buy(shop, variantId);
  add(moved.sold, { variantId, delta: -1 });
}

test(
  "an ERP that is killed again and again ends equal to the shop, and nothing was moved twice",
  { timeout: 600_000 },
  async () => {
    mkdirSync(join(erp.folder, "inbox"));
    // Every level changes here, while it is learned what the shop has.
    const first = variantIds.map((variantId) => ({ variantId, delta: 1 }));
    for (const movement of first) add(moved.counted, movement);
    erp.note("delivery-0", first);
    for (let round = 1; round <= killsWhileCopying; round++) await killWhileBothChange(round);
    erp.start();
    await untilInStep();
    await erp.kill();
    for (let round = 1; round <= killsInStep; round++) {
      await killWhileBothChange(killsWhileCopying + round);
    }

    erp.start();
    await untilInStep();
    expect(await inShop()).toEqual(expected());
    for (const [reason, sums] of Object.entries(moved)) {
      expect([reason, await ledger(reason)]).toEqual([reason, withoutZeros(sums)]);
    }
    expect(await findBrokenInvariants(db)).toEqual([]);
  },
);

/** What there must be of each variant, on either side. */
function expected(): Map<string, number> {
  const sums = new Map(variantIds.map((id) => [id, stock]));
  for (const side of Object.values(moved)) {
    for (const [variantId, delta] of side) add(sums, { variantId, delta });
  }
  return sums;
}

/** The shop has every note, and the ERP has read the feed to its end. */
async function untilInStep(): Promise<void> {
  const levels = expected();
  await vi.waitFor(() => {
    const books = new Books(erp.folder);
    expect([books.places.copy, books.waitingCount, books.setAside]).toEqual(["done", 0, []]);
    expect(books.onHand()).toEqual(levels);
  }, patience);
}

async function killWhileBothChange(round: number): Promise<void> {
  erp.start();
  let isKilled = false;
  const changes = (async () => {
    if (round % 3 === 0) await sell();
    for (let n = 0; n < 80 && !isKilled; n++) await changeInShop(n);
  })();
  for (let n = 0; n < 3; n++) writeNote(`delivery-${round}-${n}`, random.between(1, 60));
  await erp.worked(random.between(1, 24), 2_000);
  await delay(random.between(0, 30));
  await erp.kill();
  isKilled = true;
  await changes;
}

async function inShop(): Promise<Map<string, number>> {
  const rows = await db.$client<{ id: string; onHand: number }[]>`
    select variant_id as id, on_hand as "onHand" from level`;
  return new Map(rows.map(({ id, onHand }) => [id, onHand]));
}

/** What the ledger says was moved for a reason, by variant. */
async function ledger(reason: string): Promise<Map<string, number>> {
  const rows = await db.$client<{ id: string; delta: number }[]>`
    select variant_id as id, sum(delta)::int as delta from movement
    where reason = ${reason} group by 1 having sum(delta) <> 0`;
  return new Map(rows.map(({ id, delta }) => [id, delta]));
}

function withoutZeros(sums: Map<string, number>): Map<string, number> {
  return new Map([...sums].filter(([, delta]) => delta !== 0));
}

async function buy(meridian: Meridian, variantId: string): Promise<void> {
  const cart = await meridian.cart.create({ region: "eu" });
  await meridian.cart.setLine({ cartId: cart.id, variantId, quantity: 1 }, { ifMatch: cart });
  const checkout = await meridian.checkout.start({ cartId: cart.id });
  const details = {
    email: "ada@example.com",
    shippingOptionId: "standard",
    shippingAddress: address,
  };
  await meridian.checkout.update({ checkoutId: checkout.id, ...details }, { ifMatch: checkout });
  await meridian.checkout.complete(
    { checkoutId: checkout.id, payment: { provider: "test", token: "tok_success" } },
    { idempotencyKey: checkout.id },
  );
}
