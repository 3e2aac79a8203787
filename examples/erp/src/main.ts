/** A small ERP that keeps the stock of one location in step with the shop, both ways. It may be killed at any point. */
import { clientCredentials, createMeridian } from "@meridian/sdk";
import { join } from "node:path";
import { Books } from "./books.ts";
import { takeInForever } from "./inbox.ts";
import { pullForever } from "./pull.ts";
import { pushForever } from "./push.ts";

const {
  MERIDIAN_URL: baseUrl = "http://localhost:4000",
  MERIDIAN_CLIENT_ID: clientId = "",
  MERIDIAN_CLIENT_SECRET: clientSecret = "",
  ERP_LOCATION,
  ERP_FOLDER: folder = ".data",
} = process.env;

const shop = createMeridian({
  baseUrl,
  token: clientCredentials({ baseUrl, clientId, clientSecret }),
  // The shop may be away for a while; the warehouse goes on.
  defaults: { retries: 1_000 },
});
const locationId = ERP_LOCATION ?? (await shop.inventory.locations()).items[0]?.id ?? "";
const books = new Books(folder);
console.log(`in step with ${baseUrl} at ${locationId}; notes go to ${join(folder, "inbox")}`);
await Promise.all([
  takeInForever(books, join(folder, "inbox")),
  pushForever(shop, books, locationId),
  pullForever(shop, books, locationId),
]);
