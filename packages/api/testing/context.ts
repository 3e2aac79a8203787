import type { Database } from "@meridian/db/client.ts";
import type { Actor, ServiceContext } from "../src/kernel/context.ts";
import { createLaneClient } from "../src/kernel/lanes/lane-client.ts";
import { Lanes } from "../src/kernel/lanes/lanes.ts";

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** One per pool, as in a process. */
const lanesOf = new WeakMap<Database, Lanes>();

/** A service context on the pool, for tests: a guest at the present time, unless told otherwise. */
export function testContext(
  db: Database,
  over: Partial<ServiceContext> = {},
): ServiceContext & { db: Database } {
  const actor: Actor = { kind: "guest" };
  const base = { actor, clock: { now: () => new Date() }, log: silent, nudge: () => {}, db };
  const lanes = lanesOf.get(db) ?? new Lanes({ ...base, db: laneDbOf(db) });
  lanesOf.set(db, lanes);
  return { ...base, lanes, ...over, db };
}

/** Connections of their own to where a pool leads, for lanes. */
export function laneDbOf({ $client }: Database): Database {
  const { host, port, user, database } = $client.options;
  const pass = $client.options.pass ?? "";
  return createLaneClient(`postgres://${user}:${pass}@${host[0]}:${port[0]}/${database}`);
}
