import { addWebhook } from "@meridian/api/webhooks/service.ts";
import { testContext } from "@meridian/api/testing/context.ts";
import type { startTestRelay } from "@meridian/api/testing/relay.ts";
import { newId } from "@meridian/api/kernel/ids.ts";
import type { Database } from "@meridian/db/client.ts";
import { vi, expect } from "vitest";

/** Endpoints and events for tests of what is sent. */
export function webhookShop(db: Database, relay?: Awaited<ReturnType<typeof startTestRelay>>) {
  const ctx = testContext(db, { settings: { allowsLocalWebhooks: true } });
  return {
    ctx,
    add: (url: string, types: string[] = []) => addWebhook(ctx, { url, types, description: "" }),
    /** One event after the other, of these carts. */
    async write(cartIds: readonly string[], version = 1, type = "cart.changed"): Promise<void> {
      await db.$client`
        insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
        select event_id, ${type}, 'cart', cart_id, ${version}, '{}', now()
        from unnest(${cartIds.map(() => newId("evt"))}::text[], ${[...cartIds]}::text[])
          as event (event_id, cart_id)`;
      await relay?.run();
    },
    carts: (count: number) => Array.from({ length: count }, () => newId("cart")),
    /** How many deliveries of an endpoint are in this state. */
    async count(webhookId: string, state: string): Promise<number> {
      const [row] = await db.$client<{ count: number }[]>`
        select count(*)::int as count from webhook_delivery
        where webhook_id = ${webhookId} and state = ${state}`;
      return row?.count ?? 0;
    },
  };
}

export const eventually = (check: () => unknown) =>
  vi.waitFor(async () => check(), { timeout: 60_000, interval: 50 });

export function expectInOrder(events: readonly { subject: string; version: number }[]): void {
  for (const [, own] of Map.groupBy(events, ({ subject }) => subject)) {
    const versions = own.map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  }
}
