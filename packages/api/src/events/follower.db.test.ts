import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, it } from "vitest";
import { testContext } from "../../testing/context.ts";
import { createRedis } from "../kernel/redis.ts";
import { LogFollower, type LogListener } from "./follower.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 4 });
const noRedis = createRedis({ url: "http://127.0.0.1:9", token: "nobody" });
afterAll(() => db.$client.end());

async function append(from: number, to: number): Promise<void> {
  await db.$client`
    insert into event_log (position, event_id, type, aggregate_type, aggregate_id,
                           aggregate_version, data, occurred_at)
    select n, 'evt_' || n, 'cart.changed', 'cart', 'cart_a', n, '{}', now()
    from generate_series(${from}::bigint, ${to}::bigint) as n`;
  await db.$client`update event_log_head set position = ${to}`;
}

/** A listener that keeps what it is told. */
function keeper() {
  const told: (number | "gap")[] = [];
  const listener: LogListener = {
    onEvents: (events) => told.push(...events.map((event) => event.position)),
    onGap: () => told.push("gap"),
    onStall() {},
  };
  return { told, listener };
}

it("tells every listener every event once, whatever another makes of it, until it ends", async () => {
  const follower = new LogFollower({ db, redis: noRedis, log: testContext(db).log });
  await follower.start();
  const [one, two] = [keeper(), keeper()];
  const broken: LogListener = {
    ...keeper().listener,
    onEvents: () => {
      throw new Error("defect");
    },
  };
  follower.subscribe(broken);
  const leave = follower.subscribe(one.listener);
  follower.subscribe(two.listener);
  await append(1, 3);
  await follower.catchUp();
  leave();
  await append(4, 6);
  await db.$client`delete from event_log where position = 4`;
  await follower.catchUp();
  follower.stop();
  expect(one.told).toEqual([1, 2, 3]);
  expect(two.told).toEqual([1, 2, 3, "gap", 5, 6]);
});
