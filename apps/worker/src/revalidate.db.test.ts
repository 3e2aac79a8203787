import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createRedis } from "@meridian/api/server.ts";
import { startTestRelay } from "@meridian/api/testing/relay.ts";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { pino } from "pino";
import { afterAll, expect, test } from "vitest";
import { revalidateWeb, revalidateWebAgain } from "./revalidate.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 4 });
const redis = createRedis({ url: "http://127.0.0.1:9", token: "nobody" });
const relay = await startTestRelay(db, database.url, redis, pino({ level: "silent" }));

/** As apps/web/src/app/internal/revalidate/route.ts: more tags than that in one request are malformed. */
const told = new Set<string>();
const web = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { tags } = JSON.parse(Buffer.concat(chunks).toString()) as { tags: string[] };
    if (tags.length <= 200) for (const tag of tags) told.add(tag);
    response.writeHead(tags.length <= 200 ? 200 : 400).end();
  });
});
await new Promise<void>((done) => web.listen(0, "127.0.0.1", done));
const url = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
afterAll(async () => {
  web.close();
  await relay.close();
  await db.$client.end();
});

test("many products that change at once are all told of", async () => {
  const run = () => revalidateWeb(db, { url, secret: "a secret" });
  expect(await run()).toBe(0);
  await db.$client`
    insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
    select 'evt_' || n, 'product.changed', 'product', 'prod_' || n, 1,
      json_build_object('handle', 'new-' || n, 'formerHandle', 'old-' || n), now()
    from generate_series(1, 500) as n`;
  await relay.run();
  while ((await run()) > 0);
  // Both names of each, and the lists.
  expect(told.size).toBe(1_001);
});

test("a rating concerns the product's page and the lists, what is published its reviews", async () => {
  told.clear();
  await db.$client`
    insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
    values ('evt_rating', 'rating.changed', 'rating', 'prod_a', 1, '{"productId":"prod_a","handle":"teapot"}', now()),
           ('evt_review', 'contribution.published', 'contribution', 'ctb_a', 2, '{"productId":"prod_a"}', now()),
           ('evt_votes', 'votes.changed', 'votes', 'ctb_b', 1, '{"productId":"prod_b"}', now())`;
  await relay.run();
  while ((await revalidateWeb(db, { url, secret: "a secret" })) > 0);
  expect([...told].toSorted()).toEqual([
    "product:teapot",
    "products",
    "reviews:prod_a",
    "reviews:prod_b",
  ]);
});

test("a category or a collection concerns whatever names it", async () => {
  told.clear();
  await db.$client`
    insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
    values ('evt_category', 'category.changed', 'category', 'cat_a', 2, '{"categoryId":"cat_a","handle":"home"}', now()),
           ('evt_collection', 'collection.changed', 'collection', 'col_a', 2, '{"collectionId":"col_a","handle":"gifts"}', now())`;
  await relay.run();
  while ((await revalidateWeb(db, { url, secret: "a secret" })) > 0);
  expect([...told]).toEqual(["shelves"]);
});

test("what changed is told of once more, for the page that was being made meanwhile", async () => {
  const again = () => revalidateWebAgain(db, { url, secret: "a secret" });
  expect(await again()).toBe(0);
  await db.$client`
    insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
    values ('evt_again', 'product.changed', 'product', 'prod_c', 1, '{"handle":"lamp"}', now() - interval '1 second')`;
  await relay.run();
  while ((await revalidateWeb(db, { url, secret: "a secret" })) > 0);
  told.clear();
  const begun = performance.now();
  expect(await again()).toBe(1);
  // Some of the five seconds have gone by already.
  expect(performance.now() - begun).toBeGreaterThan(1_000);
  expect([...told]).toEqual(["products", "product:lamp"]);
});
