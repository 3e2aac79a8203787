import type { AddressInfo } from "node:net";
import {
  appRouter,
  createRedis,
  LiveHub,
  LogFollower,
  systemClock,
  type AppRouter,
} from "@meridian/api/server.ts";
import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { laneDbOf, testContext } from "@meridian/api/testing/context.ts";
import { startTestRelay } from "@meridian/api/testing/relay.ts";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { createTRPCClient, httpSubscriptionLink, retryLink } from "@trpc/client";
import { EventSource } from "eventsource";
import { afterAll, describe, expect, it, vi } from "vitest";
import { readConfig } from "../src/env.ts";
import { createLog } from "../src/log.ts";
import { buildServer } from "../src/server.ts";
import { authSecret, bearer, send, token } from "./host.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 10 });
const ctx = testContext(db);
const config = readConfig({
  NODE_ENV: "test",
  DATABASE_URL: database.url,
  UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9",
  UPSTASH_REDIS_REST_TOKEN: "none",
  MERIDIAN_DEMO_TOKEN: token,
  AUTH_SECRET: authSecret,
});
const log = createLog(config.logLevel);
const redis = createRedis(config.redis);
const relay = await startTestRelay(db, database.url, redis, ctx.log);
const follower = new LogFollower({ db, redis, log });
const hub = new LiveHub({ db, follower, context: ctx });
await follower.start();
const app = await buildServer({
  config,
  router: appRouter,
  db,
  laneDb: laneDbOf(db),
  redis,
  hub,
  follower,
  clock: systemClock,
  log,
});
app.drain.onDrain((overMs) => hub.drain(overMs));
await app.listen({ host: "127.0.0.1", port: 0 });
const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
afterAll(async () => {
  await app.close();
  hub.stop();
  follower.stop();
  await relay.close();
  await db.$client.end();
});

const locationId = await makeLocation(db);

async function stocked(onHand: number) {
  const { variantId } = await makeVariant(db, { stock: { [locationId]: onHand } });
  const add = async (delta: number) => {
    const answer = await send(app, "POST", "/api/v1/inventory/adjustments", {
      body: { variantId, locationId, delta, reason: "received" },
      headers: { ...bearer, "idempotency-key": crypto.randomUUID() },
    });
    expect(answer.status).toBe(201);
    await relay.run();
  };
  // What waits for seconds in the outbox ends the streams.
  await relay.run();
  return { variantId, topic: `stock:${variantId}`, add };
}

describe("an unmodified tRPC client", () => {
  it("reads the raw stream, resumes after a cut and sees no frame twice", async () => {
    const item = await stocked(3);
    const client = createTRPCClient<AppRouter>({
      links: [
        // A host that is busy refuses streams first, and says when to come back.
        retryLink({ retry: () => true, retryDelayMs: () => 200 }),
        httpSubscriptionLink({ url: `${origin}/trpc`, EventSource }),
      ],
    });
    const seen: string[] = [];
    const states: string[] = [];
    const subscription = client.live.watch.subscribe(
      { topics: [item.topic] },
      {
        onConnectionStateChange: ({ state }) => {
          if (state !== states.at(-1)) states.push(state);
        },
        onData: ({ data }) =>
          seen.push(data.kind === "stock" ? `${data.state.available}` : data.kind),
      },
    );
    await vi.waitFor(() => expect(seen).toEqual(["3", "ready"]), 60_000);
    await item.add(4);
    await vi.waitFor(() => expect(seen).toEqual(["3", "ready", "7"]), 60_000);
    await hub.drain(0);
    await item.add(1);
    await vi.waitFor(() => expect(seen).toEqual(["3", "ready", "7", "8", "ready"]), 60_000);
    expect(states).toEqual(["connecting", "pending", "connecting", "pending"]);
    subscription.unsubscribe();
    await vi.waitFor(() => expect(hub.stats.watchers).toBe(0), 60_000);
  });

  it("gets a refusal in tRPC's envelope", async () => {
    const input = encodeURIComponent(JSON.stringify({ topics: ["weather:berlin"] }));
    const answer = await send(app, "GET", `/trpc/live.watch?input=${input}`);
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { data: { problem: { reason: "request.invalid_input" } } } },
    });
  });
});

describe("GET /api/v1/live", () => {
  it("streams named events, and goes on behind Last-Event-ID", async () => {
    const item = await stocked(1);
    const first = await read(`/api/v1/live?topics=${item.topic}`, 2);
    expect(first.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(first.headers.get("cache-control")).toContain("no-transform");
    expect(first.headers.get("x-request-id")).toBeTruthy();
    expect(first.text).toMatch(/^retry: \d+\n\nevent: stock\ndata: \{/);
    expect(first.text).toContain("event: ready");
    const cursor = /id: (\S+)\n\n$/.exec(first.text)?.[1] ?? "";
    await item.add(1);
    const second = await read(`/api/v1/live?topics=${item.topic}`, 2, { "last-event-id": cursor });
    expect(second.text.match(/event: \w+/g)).toEqual(["event: stock", "event: ready"]);
    const third = await read(`/api/v1/live?topics=${item.topic}&after=${cursor}`, 2);
    expect(third.text).toContain('"available":2');
  });

  it.each([
    ["/api/v1/live", 400, "request.invalid_input"],
    ["/api/v1/live?topics=weather:berlin", 400, "request.invalid_input"],
    [
      "/api/v1/live?topics=stock:var_00000000000000000000000000&colour=red",
      400,
      "request.invalid_input",
    ],
    [
      `/api/v1/live?topics=${Array.from({ length: 51 }, (_, n) => `stock:var_${String(n).padStart(26, "0")}`).join(",")}`,
      422,
      "live.too_many_topics",
    ],
  ])("refuses %s", async (url, status, reason) => {
    const answer = await send(app, "GET", url);
    expect(answer).toMatchObject({ status, body: { reason } });
    expect(answer.headers["content-type"]).toContain("application/problem+json");
  });

  it("says to HEAD what it would be, and ends", async () => {
    const { topic } = await stocked(1);
    const answer = await send(app, "HEAD", `/api/v1/live?topics=${topic}`);
    expect(answer).toMatchObject({
      status: 200,
      text: "",
      headers: { "content-type": "text/event-stream; charset=utf-8" },
    });
    expect((await send(app, "HEAD", "/api/v1/live?topics=weather:berlin")).status).toBe(400);
  });

  it("is polled over the same cursor", async () => {
    const item = await stocked(1);
    const url = `/api/v1/live/poll?topics=${item.topic}&wait=5`;
    const first = await send(app, "GET", url);
    expect(first.body).toMatchObject({ frames: [{ kind: "stock", state: { available: 1 } }] });
    const poll = async ({ cursor }: Polled) =>
      (await send(app, "GET", `${url}&after=${cursor}`)).body as Polled;
    const waiting = poll(first.body);
    await item.add(1);
    let next = await waiting;
    // The process may not have followed what was there before, and hears of that first.
    while (next.frames.every(({ state }) => state.available === 1)) next = await poll(next);
    expect(next.frames).toMatchObject([{ state: { available: 2 } }]);
  });
});

type Polled = { cursor: string; frames: { state: { available: number } }[] };

/** The stream's first `frames` frames. */
async function read(path: string, frames: number, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const response = await fetch(`${origin}${path}`, { headers, signal: stop.signal });
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString();
    if ((text.match(/^id: /gm) ?? []).length >= frames) break;
  }
  stop.abort();
  return { text, headers: response.headers };
}
