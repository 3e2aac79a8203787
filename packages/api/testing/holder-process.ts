/**
 * A process that holds one unit after another, many at once, and prints the id of each hold that was
 * acknowledged. `node holder-process.ts DATABASE_URL VARIANT_ID CALLERS`; it ends when its input does.
 */
import { createClient } from "@meridian/db/client.ts";
import { holdStock } from "../src/inventory/service/holds.ts";
import { newId } from "../src/kernel/ids.ts";
import { testContext } from "./context.ts";

const [url = "", variantId = "", callers = "1"] = process.argv.slice(2);
const ctx = testContext(createClient(url, { max: 2 }));

let isEnding = false;
process.stdin.resume().once("end", () => (isEnding = true));

async function holdAll(): Promise<void> {
  while (!isEnding) {
    const id = newId("hold");
    const requests = [{ id, variantId, quantity: 1 }];
    await holdStock(ctx, { ownerId: newId("chk"), ttlSeconds: 600, requests });
    process.stdout.write(`${id}\n`);
  }
}

await Promise.all(Array.from({ length: Number(callers) }, holdAll));
process.exit(0);
