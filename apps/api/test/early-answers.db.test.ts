/** What is kept is answered before the framework is asked: over a socket, it must be what the framework answers. */
import { get as httpGet, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync } from "node:zlib";
import { createRedis } from "@meridian/api/server.ts";
import { testContext } from "@meridian/api/testing/context.ts";
import { makeCategory, makeProduct } from "@meridian/api/testing/products.ts";
import { startTestRelay } from "@meridian/api/testing/relay.ts";
import { makeLocation } from "@meridian/api/testing/shop.ts";
import { refreshProducts } from "@meridian/db/catalog-writer.ts";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { afterAll, expect, test } from "vitest";
import { followingHost } from "./following-host.ts";
import { publishedKey } from "./oauth.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 2 });
const redisAt = await testRedis();
const { log } = testContext(db);
const relay = await startTestRelay(db, database.url, createRedis(redisAt), log);
const here = await followingHost(database.url, redisAt);
await here.app.listen({ host: "127.0.0.1", port: 0 });
const { port } = here.app.server.address() as AddressInfo;
afterAll(async () => {
  await Promise.all([here.close(), relay.close()]);
  await db.$client.end();
});

const category = await makeCategory(db, "Shelf");
const locationId = await makeLocation(db);
const product = await makeProduct(db, {
  title: "A".repeat(60),
  categoryIds: [category.id],
  locationId,
  variants: [{ stock: 3 }],
});
await refreshProducts(db, [product.id]);
const { sign } = await publishedKey(db);
const url = `/api/v1/products/${product.handle}`;

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

const overSocket = (headers: Record<string, string>, path = url) =>
  new Promise<Answer>((resolve, reject) => {
    const request = httpGet({ host: "127.0.0.1", port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, body: Buffer.concat(chunks) });
      });
    });
    request.on("error", reject);
  });

/** The whole way: what is injected meets no socket. */
async function wholeWay(headers: Record<string, string>): Promise<Answer> {
  const answer = await here.app.inject({ url, headers });
  const { statusCode: status, rawPayload: body } = answer;
  return { status, headers: answer.headers as IncomingHttpHeaders, body };
}

/** Without what each answer has of its own, and what belongs to a connection. */
function comparable({ status, headers, body }: Answer) {
  const own = new Set(["date", "connection", "keep-alive", "x-request-id", "ratelimit"]);
  const rest = Object.entries(headers).filter(([name]) => !own.has(name));
  return { status, headers: Object.fromEntries(rest), body: body.toString("base64") };
}

const traceparent = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;

test.each([
  ["plain", {}],
  ["in brotli", { "accept-encoding": "br" }],
  ["to a page of another origin", { origin: "https://anywhere.example" }],
  ["traced", { traceparent }],
  ["asked for by a proxy that is not trusted", { "x-forwarded-proto": "https" }],
])("%s: the same as the whole way", async (_, headers: Record<string, string>) => {
  const slow = await wholeWay(headers);
  expect(slow.status).toBe(200);
  const hits = await here.metric("meridian_kept_hits_total");
  const early = await overSocket({ ...headers, "x-request-id": "mine" });
  expect(comparable(early)).toEqual(comparable(slow));
  expect(early.headers["x-request-id"]).toBe("mine");
  expect(await here.metric("meridian_kept_hits_total")).toBe(hits + 1);
  const known = { ...headers, "if-none-match": slow.headers.etag ?? "" };
  expect(comparable(await overSocket(known))).toEqual(comparable(await wholeWay(known)));
  expect((await overSocket(known)).status).toBe(304);
});

test("a token is verified on the whole way once; after that what is for everybody is answered early", async () => {
  const authorization = `Bearer ${await sign()}`;
  await wholeWay({});
  const hits = () => here.metric("meridian_kept_hits_total");
  const slow = await overSocket({ authorization });
  const before = await hits();
  const early = await overSocket({ authorization });
  expect(await hits()).toBe(before + 1);
  expect(comparable(early)).toEqual(comparable(slow));
  for (const wrong of [`${authorization}x`, "Bearer made-up", "Basic YTpi"]) {
    expect((await overSocket({ authorization: wrong })).status).toBe(401);
  }
});

test("what a token opens is never answered with what guests see", async () => {
  const path = `/api/v1/inventory/${product.variantIds[0]}`;
  const authorization = `Bearer ${await sign({ scope: "inventory:read" })}`;
  for (let n = 0; n < 2; n++) {
    expect(String((await overSocket({}, path)).body)).not.toContain("levels");
    expect(String((await overSocket({ authorization }, path)).body)).toContain("levels");
  }
});

test("an early answer counts, and is a request of its own", async () => {
  const counted = () =>
    here.metric(
      `http_request_duration_seconds_count\\{method="GET",route="/api/v1/products/:handle",status="200"\\}`,
    );
  await wholeWay({});
  const before = await counted();
  const [first, second] = [await overSocket({}), await overSocket({ "accept-encoding": "br" })];
  expect(await counted()).toBe(before + 2);
  expect(String(brotliDecompressSync(second.body))).toBe(String(first.body));
  expect(first.headers["x-request-id"]).not.toBe(second.headers["x-request-id"]);
});
