import { setTimeout as sleep } from "node:timers/promises";
import { check } from "../check.ts";
import { SmallDisk } from "../faults/small-disk.ts";
import { untilAllServe } from "../reconcile/settle.ts";
import type { Scenario } from "../scenario.ts";

let disk: SmallDisk | undefined;

export const diskFull: Scenario = {
  name: "disk-full",
  shows:
    "PostgreSQL's disk fills up: nothing is acknowledged that was not written, and with room again the shop goes on",
  obstacle: () => SmallDisk.obstacle(),
  shop: {
    prepare(stack) {
      const made = (disk = new SmallDisk(stack));
      return () => made.remove();
    },
  },
  async act({ shop, crowd, seconds, signal, say }) {
    if (!disk) throw new Error("There is no disk to fill.");
    const before = crowd.journal.acknowledged;
    const until = performance.now() + seconds * 1_000;
    let hasRefused = false;
    // Until writes are refused: what PostgreSQL had set aside is used up first.
    while (performance.now() < until || (!hasRefused && performance.now() < until + 120_000)) {
      if (!disk.isFull) disk.fill();
      hasRefused ||= (crowd.tally.statuses["503"] ?? 0) > 0;
      await sleep(200, undefined, { signal });
    }
    say(`the disk was full: ${crowd.journal.acknowledged - before} acknowledgements meanwhile`);
    disk.clear();
    await untilAllServe(shop, signal);
    await crowd.tally.nextWrite();
    return [
      check("writes were refused while the disk was full", "other", hasRefused ? [] : ["none was"]),
    ];
  },
};
