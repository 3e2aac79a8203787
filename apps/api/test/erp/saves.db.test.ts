/** examples/erp, killed at each kind of its saves: while the books are written, before they are in their place, and right behind. */
import { createClient } from "@meridian/db/client.ts";
import { clientCredentials, createMeridian } from "@meridian/sdk";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { createScratch } from "@meridian/tooling/testing/scratch.ts";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { demoClient, startShopProcesses } from "../shop-processes.ts";
import { Balance, patience } from "./balance.ts";
import { moments, saves } from "./die-at-save.ts";
import { MortalErp } from "./mortal-erp.ts";
import { makeLevels } from "./wide-shop.ts";

/** Some pages of the first copy. */
const levelCount = 1_000;
const stock = 100;

const database = await testDatabase();
const db = createClient(database.url, { max: 4 });
const scratch = await createScratch();
const { url: baseUrl, stop } = await startShopProcesses(scratch, database.url, await testRedis());
const { locationId, variantIds } = await makeLevels(db, levelCount, stock);
const balance = new Balance(db, variantIds, stock);
const erp = new MortalErp(baseUrl, locationId);
afterAll(async () => {
  await erp.close();
  await stop();
  scratch.remove();
  await db.$client.end();
});
const { id: clientId, secret: clientSecret } = demoClient;
const token = clientCredentials({ baseUrl, clientId, clientSecret });
const shop = createMeridian({ baseUrl, token });

/** Of those that nothing else touches, each once: what is not learned now is never learned. */
const quiet = [...variantIds];
/** Both sides change it. */
const shared = quiet.shift() ?? "";

test(
  "an ERP that is killed at each of its saves ends equal to the shop, and nothing was moved twice",
  { timeout: 300_000 },
  async () => {
    mkdirSync(join(erp.folder, "inbox"));
    for (const save of saves) {
      for (const moment of moments) {
        await changeBoth(`${save}-${moment}`);
        await erp.liveUntil(`${save}:${moment}`);
      }
    }
    erp.start();
    await vi.waitFor(() => {
      expect(balance.books(erp.folder)).toEqual(balance.booksInStep);
    }, patience);
    expect(await balance.shop()).toEqual(balance.shopInStep);
  },
);

/** While the ERP is not there. */
async function changeBoth(note: string): Promise<void> {
  for (const variantId of [shared, quiet.pop() ?? ""]) {
    const movement = { variantId, delta: -1 };
    await shop.inventory.adjust({ ...movement, locationId, reason: "damaged" });
    balance.moved("damaged", movement);
  }
  const movements = [shared, quiet.pop() ?? ""].map((variantId) => ({ variantId, delta: 3 }));
  erp.note(note, movements);
  for (const movement of movements) balance.moved("counted", movement);
}
