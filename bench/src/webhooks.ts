import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { testContext } from "@meridian/api/testing/context.ts";
import { addWebhook, removeWebhook } from "@meridian/api/webhooks/service.ts";
import { createClient, type Database } from "@meridian/db/client.ts";
import { Agent, request } from "undici";
import type { Bench } from "./bench.ts";
import { alternately, closedLoop, median } from "./measure.ts";
import { withShop } from "./shop.ts";

const endpoints = 20;
/** Of a round, each for every endpoint. */
const eventsPerRound = 300;
const rounds = 3;
const plainMs = 3_000;
const plainCallers = 64;

export const webhooks: Bench = {
  name: "webhooks",
  shows: `deliveries/s of one worker to ${endpoints} endpoints, without and beside one that never answers, against bare posts of the same bytes`,
  bars: [
    { of: "deliveries/s", atLeast: 500 },
    { of: "beside a dead endpoint / without", atLeast: 0.85 },
  ],
  run: () =>
    withShop({ apis: 0, hasDemo: false, env: { WEBHOOKS_TO_LOCAL: "1" } }, async (shop) => {
      await using stack = new AsyncDisposableStack();
      const db = createClient(shop.databaseUrl, { max: 4 });
      stack.defer(() => db.$client.end());
      const healthy = await startEndpoint((answer) => answer.end());
      const dead = await startEndpoint(() => {});
      stack.defer(() => [healthy, dead].forEach(({ close }) => close()));
      const ctx = testContext(db, { settings: { allowsLocalWebhooks: true } });
      const add = (url: string) => addWebhook(ctx, { url, types: [], description: "" });
      for (let n = 0; n < endpoints; n++) await add(`${healthy.url}/${n}`);

      const { plain, alone, beside } = await alternately(rounds, {
        plain: () => post(healthy.url),
        alone: () => deliver(db, healthy),
        beside: async () => {
          const { id } = await add(dead.url);
          const perSecond = await deliver(db, healthy);
          await removeWebhook(ctx, { webhookId: id });
          return perSecond;
        },
      });
      const [floor, reached, besideDead] = [median(plain), median(alone), median(beside)];
      return {
        figures: {
          "bare posts/s": floor,
          "deliveries/s": reached,
          "deliveries/s beside a dead endpoint": besideDead,
        },
        ratios: {
          "deliveries / bare posts": reached / floor,
          "beside a dead endpoint / without": besideDead / reached,
        },
        conditions: { endpoints, eventsPerRound, rounds, statistic: "median" },
      };
    }),
};

type Endpoint = Awaited<ReturnType<typeof startEndpoint>>;

/** A server that counts what it gets. */
async function startEndpoint(answer: (response: { end(): void }) => void) {
  let wanted = Infinity;
  let received = 0;
  let done = () => {};
  const server: Server = createServer((incoming, response) => {
    incoming.resume();
    incoming.on("end", () => {
      answer(response);
      received += 1;
      if (received === wanted) done();
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Resolves when so many more have come. */
    wait(count: number): Promise<void> {
      wanted = received + count;
      return new Promise((resolve) => (done = resolve));
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

let number = 0;
/** From the first write to the last delivery. */
async function deliver(db: Database, { wait }: Endpoint): Promise<number> {
  const start = performance.now();
  const arrived = wait(eventsPerRound * endpoints);
  await db.$client`
    insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
    select 'evt_' || n, 'cart.changed', 'cart', 'cart_' || n, 1,
           jsonb_build_object('cartId', 'cart_' || n), now()
    from generate_series(${number + 1}::int, ${number + eventsPerRound}::int) as n`;
  number += eventsPerRound;
  await arrived;
  return (eventsPerRound * endpoints) / ((performance.now() - start) / 1000);
}

/** The same bytes, neither signed nor written down. */
async function post(url: string): Promise<number> {
  const dispatcher = new Agent();
  const body = JSON.stringify({
    specversion: "1.0",
    id: "evt_1",
    source: "http://localhost:4000/api/v1",
    type: "meridian.cart.changed",
    subject: "cart_1",
    time: new Date().toISOString(),
    datacontenttype: "application/json",
    data: { cartId: "cart_1" },
    position: 1,
    version: 1,
  });
  const headers = { "content-type": "application/cloudevents+json; charset=utf-8" };
  const load = await closedLoop(plainCallers, plainMs, async () => {
    const answer = await request(url, { method: "POST", headers, body, dispatcher });
    await answer.body.dump();
  });
  await dispatcher.close();
  return load.perSecond;
}
