/** Holds through the lanes, beside what one statement for each caller reaches on the same database. */
import { holdStock } from "@meridian/api/inventory/service/holds.ts";
import type { RootContext } from "@meridian/api/kernel/context.ts";
import { newId } from "@meridian/api/kernel/ids.ts";
import { createLaneClient } from "@meridian/api/kernel/lanes/lane-client.ts";
import { Lanes } from "@meridian/api/kernel/lanes/lanes.ts";
import { createClient, type Database } from "@meridian/db/client.ts";
import { migrate } from "@meridian/db/migrate.ts";
import { startServer } from "@meridian/tooling/testing/postgres-setup.ts";
import type { Bench, BenchResult } from "./bench.ts";
import { alternately, closedLoop, type Load, median, percentile } from "./measure.ts";

const callers = 500;
const rounds = 5;
const roundMs = 3_000;
/** What the API has. */
const connections = 20;

export const stockHot: Bench = {
  name: "stock-hot",
  shows: `holds/s of one product, ${callers} callers, against one SQL statement per caller`,
  bars: [
    { of: "holds / statements", atLeast: 20 },
    { of: "hold p99 ms", atMost: 60 },
    { of: "oversold", atMost: 0 },
  ],
  run: () => measure(1),
};

export const stockSpread: Bench = {
  name: "stock-spread",
  shows: `holds/s over 1,000 products, ${callers} callers, against one SQL statement per caller`,
  bars: [
    { of: "holds / statements on one product", atLeast: 5 },
    { of: "oversold", atMost: 0 },
  ],
  run: () => measure(1_000),
};

async function measure(products: number): Promise<BenchResult> {
  await using stack = new AsyncDisposableStack();
  const server = await startServer({ shared_buffers: "512MB" });
  stack.defer(() => server.stop());
  await migrate(server.url);
  const db = createClient(server.url, { max: connections });
  const laneDb = createLaneClient(server.url);
  stack.defer(async () => void (await Promise.all([db.$client.end(), laneDb.$client.end()])));
  const shop = await fillShop(db, products);
  const hold = holderOf(db, laneDb);
  const anyOf = (ids: string[]) => ids[Math.floor(Math.random() * ids.length)] as string;

  const loads = await alternately<string, Load>(rounds, {
    holds: () => closedLoop(callers, roundMs, () => hold(anyOf(shop.variantIds))),
    statements: () =>
      closedLoop(callers, roundMs, () => holdAlone(db, anyOf(shop.variantIds), shop.locationId)),
    ...(products > 1 && {
      hot: () =>
        closedLoop(callers, roundMs, () => holdAlone(db, anyOf(shop.hotIds), shop.locationId)),
    }),
  });
  const perSecond = (name: string) => median((loads[name] ?? []).map((load) => load.perSecond));
  const p99 = (name: string) =>
    percentile(
      (loads[name] ?? []).flatMap((load) => load.latenciesMs),
      0.99,
    );
  const [holds, statements] = [perSecond("holds"), perSecond("statements")];
  return {
    figures: {
      "holds/s": holds,
      "statements/s": statements,
      ...(products > 1 && { "statements/s on one product": perSecond("hot") }),
      "hold p50 ms": percentile(
        (loads.holds ?? []).flatMap((load) => load.latenciesMs),
        0.5,
      ),
      "hold p99 ms": p99("holds"),
      "statement p99 ms": p99("statements"),
      oversold: await oversold(db, hold, shop.locationId),
    },
    ratios: {
      "holds / statements": holds / statements,
      ...(products > 1 && { "holds / statements on one product": holds / perSecond("hot") }),
    },
    conditions: { callers, products, rounds, roundMs, connections },
  };
}

function holderOf(db: Database, laneDb: Database) {
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const clock = { now: () => new Date() };
  const base = { actor: { kind: "guest" }, clock, log, nudge() {} } as const;
  const ctx: RootContext = { ...base, db, lanes: new Lanes({ ...base, db: laneDb }) };
  return (variantId: string) =>
    holdStock(ctx, {
      ownerId: newId("chk"),
      ttlSeconds: 600,
      requests: [{ id: newId("hold"), variantId, quantity: 1 }],
    });
}

/** What a caller who is alone would send: level, hold and event in one statement, committed at once. */
async function holdAlone(db: Database, variantId: string, locationId: string): Promise<void> {
  const rows = await db.$client`
    with level_held as (
      update level set held = held + 1, version = version + 1
      where variant_id = ${variantId} and location_id = ${locationId} and on_hand - held >= 1
      returning variant_id, location_id, on_hand - held as available, version
    ), held as (
      insert into hold (id, variant_id, location_id, quantity, owner_id, expires_at)
      select ${newId("hold")}, variant_id, location_id, 1, ${newId("chk")},
        clock_timestamp() + interval '10 minutes'
      from level_held
    )
    insert into outbox (event_id, type, aggregate_type, aggregate_id, aggregate_version, data, occurred_at)
    select ${newId("evt")}, 'stock.changed', 'variant', variant_id, version,
      jsonb_build_object('variantId', variant_id, 'available', available, 'version', version),
      clock_timestamp()
    from level_held
    returning 1`;
  if (rows.length !== 1) throw new Error("nothing was held");
}

type Filled = { variantIds: string[]; hotIds: string[]; locationId: string };

/** More of everything than a run can hold. */
async function fillShop(db: Database, products: number): Promise<Filled> {
  const locationId = newId("loc");
  await db.$client`insert into location (id, name, country, home_region)
    values (${locationId}, 'bench', 'DE', 'eu')`;
  const variantIds = Array.from({ length: products }, () => newId("var"));
  for (const id of variantIds) await addVariant(db, id, locationId, 10_000_000);
  await db.$client`analyze`;
  return { variantIds, hotIds: variantIds.slice(0, 1), locationId };
}

async function addVariant(db: Database, id: string, locationId: string, onHand: number) {
  await db.$client`insert into product (id, handle, title) values (${id}, ${id}, 'bench')`;
  await db.$client`insert into variant (id, product_id, title) values (${id}, ${id}, 'bench')`;
  await db.$client`insert into level (variant_id, location_id, on_hand)
    values (${id}, ${locationId}, ${onHand})`;
}

/** Everybody wants the last 2,000 units, each until it is told that there are none. Acknowledged beyond that, or held beyond what is acknowledged. */
async function oversold(
  db: Database,
  hold: (variantId: string) => Promise<unknown>,
  locationId: string,
): Promise<number> {
  const units = 2_000;
  const id = newId("var");
  await addVariant(db, id, locationId, units);
  let accepted = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      for (;;) {
        const isHeld = await hold(id).then(
          () => true,
          () => false,
        );
        if (!isHeld) return;
        accepted++;
      }
    }),
  );
  const [row] = await db.$client<{ held: number; promised: number }[]>`
    select held, (select sum(quantity)::int from hold where variant_id = ${id}) as promised
    from level where variant_id = ${id}`;
  return (
    Math.abs(accepted - units) +
    Math.abs((row?.held ?? 0) - units) +
    Math.abs((row?.promised ?? 0) - units)
  );
}
