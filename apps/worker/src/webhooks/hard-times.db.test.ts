import { updateWebhook } from "@meridian/api/webhooks/service/update.ts";
import { expect, test } from "vitest";
import { deliveringShop } from "../../test/delivering-shop.ts";
import { eventually } from "../../test/webhooks.ts";

const { db, shop, ctx, receiver, worker } = await deliveringShop();

test("what could not be taken in hand once is taken at the next try", async () => {
  const { received, url } = await receiver();
  const { id } = await shop.add(url);
  await db.$client.unsafe(`
    create sequence insertion;
    create function fail_first() returns trigger language plpgsql as $$
      begin if nextval('insertion') = 1 then raise exception 'a failure'; end if; return null; end $$;
    create trigger fail_first before insert on webhook_delivery execute function fail_first()`);
  worker();
  await shop.write(shop.carts(5), 1);
  await eventually(async () => {
    const [sequence] = await db.$client`select is_called from insertion`;
    expect(sequence).toMatchObject({ is_called: true });
  });
  await shop.write(shop.carts(2), 2);
  await eventually(async () => expect(await shop.count(id, "delivered")).toBe(7));
  expect(received).toHaveLength(7);
  await db.$client.unsafe("drop trigger fail_first on webhook_delivery");
});

test("deliveries that keep failing keep nothing else of their endpoint back", async () => {
  const { received, url } = await receiver(({ event }, response) => {
    if (event.type === "meridian.stock.changed") return response.writeHead(500).end();
  });
  const { id } = await shop.add(url);
  worker();
  const variants = shop.carts(1_200);
  await shop.write(variants, 1, "stock.changed");
  await shop.write(variants.slice(0, 5), 2, "stock.changed");
  await shop.write(shop.carts(3), 1, "order.placed");
  await eventually(async () => expect(await shop.count(id, "delivered")).toBe(3));
  // Each in its order still: behind what waits for its next try.
  const seconds = received.filter(({ event }) => event.version === 2);
  expect(seconds).toHaveLength(0);
});

test("a kind of events that is refused by the thousand holds up no other, and none is lost or out of order", async () => {
  let isMended = false;
  const { received, url } = await receiver(({ event }, response) => {
    if (event.type === "meridian.stock.changed" && !isMended) return response.writeHead(500).end();
  });
  const { id } = await shop.add(url);
  const first = worker(undefined, 400);
  const variants = shop.carts(500);
  await shop.write(variants, 1, "stock.changed");
  await shop.write(variants, 2, "stock.changed");
  await shop.write(shop.carts(3), 1, "order.placed");
  await eventually(async () => expect(await shop.count(id, "delivered")).toBe(3));
  expect(await shop.count(id, "pending")).toBeLessThanOrEqual(500);
  // Whoever takes over goes on at each of the places.
  await first.stop();
  const second = worker(undefined, 400);
  await shop.write(shop.carts(2), 1, "order.placed");
  await eventually(async () => expect(await shop.count(id, "delivered")).toBe(5));
  await second.stop();
  isMended = true;
  await db.$client`update webhook_delivery set next_at = now() where state = 'pending'`;
  worker(undefined, 400);
  await eventually(async () => expect(await shop.count(id, "delivered")).toBe(1_005));
  const arrived = received.filter(({ event }) => event.type === "meridian.stock.changed");
  expect(new Set(arrived.map(({ event }) => event.id)).size).toBe(1_000);
  for (const [, own] of Map.groupBy(arrived, ({ event }) => event.subject)) {
    const versions = own.map(({ event }) => event.version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  }
  await eventually(async () =>
    expect(await db.$client`select from webhook_detour`).toHaveLength(0),
  );
});

test("what was cancelled is not sent when its endpoint is enabled again at once", async () => {
  const { received, url } = await receiver(({ event }, response) => {
    if (event.version === 1) return response.writeHead(500).end();
  });
  const { id } = await shop.add(url);
  const { registry } = worker();
  await shop.write(shop.carts(3), 1);
  await eventually(async () => {
    const tried = await db.$client`
      select from webhook_delivery where webhook_id = ${id} and jsonb_array_length(attempts) = 1`;
    expect(tried).toHaveLength(3);
  });
  await updateWebhook(ctx, { webhookId: id, state: "disabled", expectedVersion: 1 });
  await updateWebhook(ctx, { webhookId: id, state: "enabled", expectedVersion: 2 });
  await eventually(async () =>
    expect(await registry.metrics()).toContain("meridian_webhook_in_hand 0\n"),
  );
  await shop.write(shop.carts(1), 2);
  await eventually(async () => expect(await shop.count(id, "delivered")).toBe(1));
  expect(received.filter(({ event }) => event.version === 1)).toHaveLength(3);
});
