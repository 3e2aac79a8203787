import { replay, sendTest } from "@meridian/api/webhooks/service/replay.ts";
import { listDeliveries } from "@meridian/api/webhooks/service/deliveries.ts";
import { getWebhook, removeWebhook } from "@meridian/api/webhooks/service.ts";
import { rotateSecret, updateWebhook } from "@meridian/api/webhooks/service/update.ts";
import { cursorOf, readHead } from "@meridian/api/events/log.ts";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { deliveringShop } from "../../test/delivering-shop.ts";
import { eventually, expectInOrder } from "../../test/webhooks.ts";

const { db, shop, ctx, receiver, worker } = await deliveringShop();
const allShards = [0, 1, 2, 3, 4, 5, 6, 7];
const webhookIn = (webhookId: string) => ({ webhookId });
const log20 = (webhookId: string) =>
  listDeliveries(ctx, { webhookId, state: undefined, cursor: undefined, limit: 20 });

test("each event arrives once, signed, under its own id; those of one cart in order", async () => {
  const { received, url } = await receiver();
  const { id, secret } = await shop.add(url);
  worker();
  const carts = shop.carts(20);
  for (let version = 1; version <= 5; version++) await shop.write(carts, version);
  await eventually(async () => expect(await shop.count(id, "delivered")).toBe(100));
  expect(received).toHaveLength(100);
  expect(new Set(received.map(({ event }) => event.id)).size).toBe(100);
  expectInOrder(received.map(({ event }) => event));
  for (const { text, headers, event } of received) {
    expect(new Webhook(secret).verify(text, headers)).toEqual(event);
    expect(headers["webhook-id"]).toBe(event.id);
    expect(headers["content-type"]).toBe("application/cloudevents+json; charset=utf-8");
  }
  const [last] = (await log20(id)).items;
  expect(last).toMatchObject({ state: "delivered", attempts: [{ status: 200, error: null }] });
});

test("an endpoint gets its types alone, and from when it was added", async () => {
  const { received, url } = await receiver();
  await shop.write(shop.carts(3));
  const { id } = await shop.add(url, ["meridian.order.placed"]);
  worker();
  await shop.write(shop.carts(3), 1, "cart.changed");
  await shop.write(shop.carts(2), 1, "order.placed");
  await eventually(async () => expect(await shop.count(id, "delivered")).toBe(2));
  expect(received.map(({ event }) => event.type)).toEqual(Array(2).fill("meridian.order.placed"));
  // What it wants is changed while it is served.
  await updateWebhook(ctx, { webhookId: id, types: ["meridian.cart.changed"], expectedVersion: 1 });
  await eventually(async () => {
    await shop.write(shop.carts(1), 1, "cart.changed");
    expect(received.some(({ event }) => event.type === "meridian.cart.changed")).toBe(true);
  });
});

test("an endpoint that never answers and one that always fails delay nobody else", async () => {
  const hanging = await receiver(() => "no answer");
  const failing = await receiver((_, response) => response.writeHead(503).end());
  const healthy = await receiver();
  const hangs = await shop.add(hanging.url);
  const fails = await shop.add(failing.url);
  const works = await shop.add(healthy.url);
  worker();
  for (let version = 1; version <= 4; version++) await shop.write(shop.carts(50), version);
  await eventually(async () => expect(await shop.count(works.id, "delivered")).toBe(200));
  expect(await shop.count(hangs.id, "delivered")).toBe(0);
  // Its queue reads the log at its own pace, and may be behind the healthy one's.
  await eventually(async () => expect(await shop.count(fails.id, "pending")).toBe(200));
});

test("what fails is tried again, and what follows of its cart waits for it", async () => {
  const tries = new Map<string, number>();
  const { received, url } = await receiver(({ event }, response) => {
    const made = (tries.get(event.id) ?? 0) + 1;
    tries.set(event.id, made);
    if (event.version === 1 && made === 1) return response.writeHead(500).end("not now");
  });
  const { id } = await shop.add(url);
  worker();
  const [slow = "", other = ""] = shop.carts(2);
  for (let version = 1; version <= 3; version++) await shop.write([slow], version);
  await shop.write([other], 2);
  await eventually(async () => expect(await shop.count(id, "delivered")).toBe(4));
  const versions = received.filter(({ event }) => event.subject === slow);
  expect(versions.map(({ event }) => event.version)).toEqual([1, 1, 2, 3]);
  expect(versions[0]?.headers["webhook-id"]).toBe(versions[1]?.headers["webhook-id"]);
  const first = (await log20(id)).items.find(({ attempts }) => attempts.length === 2);
  expect(first?.attempts).toMatchObject([{ status: 500, response: "not now" }, { status: 200 }]);
});

test("Retry-After is honoured; a delivery that failed waits in the table, with its time", async () => {
  const { url } = await receiver((_, response) =>
    response.writeHead(429, { "retry-after": "3600" }).end(),
  );
  const { id } = await shop.add(url);
  worker();
  await shop.write(shop.carts(1));
  await eventually(async () => expect((await log20(id)).items[0]?.attempts).toHaveLength(1));
  const [waiting] = (await log20(id)).items;
  const wait =
    Date.parse(waiting?.nextAttemptAt ?? "") - Date.parse(waiting?.attempts[0]?.at ?? "");
  expect(wait).toBeGreaterThan(3_500_000);
  expect(wait).toBeLessThan(3_700_000);
});

test("the tenth try is the last", async () => {
  const { received, url } = await receiver((_, response) => response.writeHead(500).end());
  const { id } = await shop.add(url);
  await shop.write(shop.carts(1));
  const first = worker();
  await eventually(async () => expect((await log20(id)).items[0]?.attempts).toHaveLength(1));
  await first.stop();
  // Three days have gone by, and it is due again.
  const nine = Array(9).fill((await log20(id)).items[0]?.attempts[0]);
  await db.$client`
    update webhook_delivery set next_at = now(), attempts = ${JSON.stringify(nine)}::text::jsonb
    where webhook_id = ${id}`;
  worker();
  await eventually(async () => expect(await shop.count(id, "failed")).toBe(1));
  expect(received).toHaveLength(2);
});

test("410 ends it: nothing more is sent until somebody enables it", async () => {
  const { received, url } = await receiver((_, response) => response.writeHead(410).end());
  const { id } = await shop.add(url);
  worker();
  await shop.write(shop.carts(1));
  await eventually(async () =>
    expect((await getWebhook(ctx, { webhookId: id })).state).toBe("disabled"),
  );
  expect(await getWebhook(ctx, { webhookId: id })).toMatchObject({
    disabledReason: "gone",
    version: 2,
  });
  await shop.write(shop.carts(5));
  await expect(sendTest(ctx, webhookIn(id))).rejects.toMatchObject({ reason: "webhooks.disabled" });
  await updateWebhook(ctx, { webhookId: id, state: "enabled", expectedVersion: 2 });
  await eventually(async () => {
    await shop.write(shop.carts(1));
    expect(received.length).toBeGreaterThan(1);
  });
  // What happened in between is not among it.
  expect(received[1]?.event.position).toBeGreaterThan((received[0]?.event.position ?? 0) + 5);
});

test("two workers share, one joins, one leaves: nothing is sent twice, nothing out of order", async () => {
  const endpoints = await Promise.all(
    Array.from({ length: 6 }, () =>
      // Slow enough that a queue changes hands with something on its way.
      receiver((_, response) => setTimeout(() => response.end(), 20)),
    ),
  );
  const ids = [];
  for (const { url } of endpoints) ids.push((await shop.add(url)).id);
  const [one, two] = [{ led: allShards }, { led: [] as number[] }];
  const first = worker(one);
  worker(two);
  const carts = shop.carts(10);
  for (let version = 1; version <= 12; version++) {
    await shop.write(carts, version);
    if (version === 4) {
      one.led = [0, 1, 2, 3];
      two.led = [4, 5, 6, 7];
    }
    if (version === 8) {
      two.led = allShards;
      await first.stop();
    }
  }
  for (const id of ids)
    await eventually(async () => expect(await shop.count(id, "delivered")).toBe(120));
  for (const { received } of endpoints) {
    expect(received).toHaveLength(120);
    expectInOrder(received.map(({ event }) => event));
  }
});

test("one event, or a part of the log, is sent again under the same ids", async () => {
  const { received, url } = await receiver();
  const { id } = await shop.add(url);
  worker();
  const before = await readHead(db);
  await shop.write(shop.carts(150));
  await eventually(async () => expect(await shop.count(id, "delivered")).toBe(150));
  const event = received[7]!.event;
  const again = await replay(ctx, {
    ...webhookIn(id),
    eventId: event.id,
    after: undefined,
    until: undefined,
  });
  expect(again.delivery).toMatchObject({ eventId: event.id, state: "pending" });
  await eventually(() => expect(received).toHaveLength(151));
  expect(received[150]?.event).toEqual(event);
  const range = await replay(ctx, {
    ...webhookIn(id),
    eventId: undefined,
    after: cursorOf(before.epoch, before.position),
    until: cursorOf(before.epoch, before.position + 120),
  });
  expect(range.positions).toBe(120);
  await eventually(() => expect(received).toHaveLength(271));
  expect(
    received
      .slice(151)
      .map(({ event }) => event.position)
      .toSorted((a, b) => a - b),
  ).toEqual(Array.from({ length: 120 }, (_, n) => before.position + n + 1));
  const left = await db.$client`select id from webhook_replay`;
  expect(left).toHaveLength(0);
});

test("a test event arrives whatever the types are; a removed endpoint gets nothing more", async () => {
  const { received, url } = await receiver();
  const { id, secret } = await shop.add(url, ["meridian.order.placed"]);
  worker();
  const sent = await sendTest(ctx, webhookIn(id));
  await eventually(() => expect(received).toHaveLength(1));
  const [{ event, text, headers }] = received as [(typeof received)[0]];
  expect(event).toMatchObject({ id: sent.eventId, type: "meridian.webhook.test", subject: id });
  expect(new Webhook(secret).verify(text, headers)).toEqual(event);
  await removeWebhook(ctx, { webhookId: id });
  await expect(sendTest(ctx, webhookIn(id))).rejects.toMatchObject({
    reason: "webhooks.not_found",
  });
});

test("while a secret is changed over, either one verifies", async () => {
  const { received, url } = await receiver();
  const { id, secret } = await shop.add(url);
  const rotated = await rotateSecret(ctx, { ...webhookIn(id), overlapHours: 24 });
  worker();
  await sendTest(ctx, webhookIn(id));
  await eventually(() => expect(received).toHaveLength(1));
  const [{ text, headers }] = received as [(typeof received)[0]];
  for (const one of [secret, rotated.secret]) {
    expect(new Webhook(one).verify(text, headers)).toBeDefined();
  }
});
