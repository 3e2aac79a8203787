import { check } from "../check.ts";
import { kill } from "../faults/kill.ts";
import { sellThrough } from "../faults/outage.ts";
import { untilAllServe } from "../reconcile/settle.ts";
import type { Scenario } from "../scenario.ts";

const fiveMinutesMs = 5 * 60_000;
const preload = new URL("../faults/moved-clock.ts", import.meta.url).href;

export const clockMoved: Scenario = {
  name: "clock-moved",
  shows:
    "one API's clock is 5 minutes ahead, then the other's 5 minutes behind: holds end by the database's clock all the same",
  async act(scene) {
    const { shop, crowd, kills, seconds, signal, say } = scene;
    const checks = [];
    for (const [target, offsetMs] of [
      ["api", fiveMinutesMs],
      ["worker", fiveMinutesMs],
      ["api-2", -fiveMinutesMs],
    ] as const) {
      shop.stack.bar(target);
      kills.push(await kill(shop, crowd.tally, target));
      shop.stack.letBack(target, {
        NODE_OPTIONS: `--import=${preload}`,
        CHAOS_CLOCK_OFFSET_MS: String(offsetMs),
      });
      await untilAllServe(shop, signal);
      say(`the clock of ${target} is ${offsetMs / 60_000} minutes off`);
      checks.push(
        ...(await sellThrough(scene, seconds / 3, `with ${target} ${offsetMs / 60_000} min off`)),
      );
    }
    const holdMs = Number(shop.stack.context.env["HOLD_SECONDS"]) * 1_000;
    const rows = await shop.db.$client<{ id: string; heldMs: number }[]>`
      select id, extract(epoch from expires_at - created_at)::float8 * 1000 as "heldMs" from checkout`;
    // `created_at` is the start of the transaction, which may have waited: minutes are not seconds.
    const wrong = rows.filter(({ heldMs }) => heldMs < holdMs - 1_000 || heldMs > holdMs + 120_000);
    return [
      ...checks,
      check(
        "every checkout holds for as long as it should, by the database's clock",
        "other",
        wrong.map(({ id, heldMs }) => `${id} was given ${heldMs / 1_000} s`),
      ),
    ];
  },
};
