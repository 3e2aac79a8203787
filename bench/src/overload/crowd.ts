/**
 * A crowd in a process of its own, told by one JSON argument what to do; its last line is the tally. `callers`: so many
 * shoppers, one after the other each (closed loop). `perSecond`: so many arrive, whatever becomes of them (open loop).
 */
import { setTimeout as delay } from "node:timers/promises";
import type { Shelf } from "../shelf.ts";
import { shop, type Tally } from "./shopper.ts";

export type Order = {
  shelf: Shelf;
  load: { callers: number } | { perSecond: number };
  warmUpMs: number;
  durationMs: number;
  /** Shoppers are numbered from here on: devices and keys are new in each run. */
  firstNumber: number;
};

const { shelf, load, warmUpMs, durationMs, firstNumber } = JSON.parse(
  process.argv[2] ?? "",
) as Order;
const start = performance.now();
const tally: Tally = {
  begin: start + warmUpMs,
  end: start + warmUpMs + durationMs,
  useful: 0,
  orders: 0,
  refused: 0,
  turnedAway: 0,
  lost: 0,
  failed: {},
  latenciesMs: [],
};
let next = firstNumber;

if ("callers" in load) await closedLoop(load.callers);
else await openLoop(load.perSecond);
console.log(JSON.stringify({ ...tally, shoppers: next - firstNumber }));
// Those who are still waiting to come back are of no interest.
process.exit(0);

async function closedLoop(callers: number): Promise<void> {
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < tally.end) await shop(next++, shelf, tally);
    }),
  );
}

/** Arrivals keep to the clock: when this process is late, those who are due come at once. */
async function openLoop(perSecond: number): Promise<void> {
  for (let now = start; now < tally.end; now = performance.now()) {
    const due = firstNumber + ((now - start) / 1000) * perSecond;
    while (next < due) void shop(next++, shelf, tally);
    await delay(5);
  }
}
