import type { Database } from "@meridian/db/client.ts";
import type { Actor, ServiceContext } from "../src/kernel/context.ts";

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** A service context on the pool, for tests: a guest at the present time, unless told otherwise. */
export function testContext(
  db: Database,
  over: Partial<ServiceContext> = {},
): ServiceContext & { db: Database } {
  const actor: Actor = { kind: "guest" };
  return { actor, clock: { now: () => new Date() }, log: silent, nudge: () => {}, ...over, db };
}
