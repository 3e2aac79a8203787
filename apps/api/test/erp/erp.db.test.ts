/** examples/erp against the API, the worker, PostgreSQL and Redis, each a process of its own. */
import { createClient } from "@meridian/db/client.ts";
import { clientCredentials, createMeridian, type Meridian } from "@meridian/sdk";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { createScratch } from "@meridian/tooling/testing/scratch.ts";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { Random } from "../../../../chaos/src/random.ts";
import { address } from "../shop.ts";
import { demoClient, startShopProcesses } from "../shop-processes.ts";
import { Balance, patience } from "./balance.ts";
import { MortalErp } from "./mortal-erp.ts";
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
const balance = new Balance(db, variantIds, stock);
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
const random = new Random(Number(process.env["MERIDIAN_SEED"] ?? 20_261_126));

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
  for (const movement of movements) balance.moved("counted", movement);
}

/** Of those that nobody else touches, each once: what is not learned now is never learned. */
const quiet = variantIds.slice(-2_000);

async function changeInShop(n: number): Promise<void> {
  const variantId = n % 2 === 0 ? quiet.pop() : anyVariant();
  const movement = { variantId: variantId ?? "", delta: -random.between(1, 2) };
  await shop.inventory.adjust({ ...movement, locationId, reason: "damaged" });
  balance.moved("damaged", movement);
}

async function sell(): Promise<void> {
  const variantId = anyVariant();
  await buy(shop, variantId);
  balance.moved("sold", { variantId, delta: -1 });
}

test(
  "an ERP that is killed again and again ends equal to the shop, and nothing was moved twice",
  { timeout: 600_000 },
  async () => {
    mkdirSync(join(erp.folder, "inbox"));
    // Every level changes here, while it is learned what the shop has.
    const first = variantIds.map((variantId) => ({ variantId, delta: 1 }));
    for (const movement of first) balance.moved("counted", movement);
    erp.note("delivery-0", first);
    for (let round = 1; round <= killsWhileCopying; round++) await killWhileBothChange(round);
    erp.start();
    await vi.waitFor(() => {
      expect(balance.books(erp.folder)).toEqual(balance.booksInStep);
    }, patience);
    await erp.kill();
    for (let round = 1; round <= killsInStep; round++) {
      await killWhileBothChange(killsWhileCopying + round);
    }

    erp.start();
    await vi.waitFor(() => {
      expect(balance.books(erp.folder)).toEqual(balance.booksInStep);
    }, patience);
    expect(await balance.shop()).toEqual(balance.shopInStep);
  },
);

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
