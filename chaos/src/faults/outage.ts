import { setTimeout as sleep } from "node:timers/promises";
import { check, type Check } from "../check.ts";
import type { Scene } from "../scenario.ts";

/** How many shoppers and watchers must be served while something is broken, before it is mended. */
const enough = 3;

/**
 * Breaks something for at least `seconds`, and for as long as it takes to see the shop sell and tell in
 * the meantime; what never happens is told of after ten times as long.
 */
export async function sellThrough(scene: Scene, seconds: number, what: string): Promise<Check[]> {
  const { crowd, signal, say } = scene;
  const before = { orders: crowd.journal.orders.size, frames: framesOf(scene) };
  const orders = () => crowd.journal.orders.size - before.orders;
  const frames = () => framesOf(scene) - before.frames;
  const startedAt = performance.now();
  const passed = () => (performance.now() - startedAt) / 1_000;
  const isEnough = () => orders() >= enough && frames() >= enough;
  while (passed() < seconds || (!isEnough() && passed() < seconds * 10))
    await sleep(100, undefined, { signal });
  say(`${what}: ${orders()} orders and ${frames()} frames meanwhile`);
  return [
    check(`the shop sells, ${what}`, "other", orders() < enough ? [`${orders()} orders`] : []),
    check(`watchers are told, ${what}`, "other", frames() < enough ? [`${frames()} frames`] : []),
  ];
}

/** Frames that told something new. */
function framesOf({ crowd }: Scene): number {
  return crowd.gallery.watchers.reduce(
    (sum, { frames, suppressed }) => sum + frames - suppressed,
    0,
  );
}

/** Resolves with what is still missing when `isSo` does not come true for a long time. */
export async function eventually(
  rule: string,
  isSo: () => Promise<boolean>,
  signal: AbortSignal,
): Promise<Check> {
  const deadline = performance.now() + 180_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) return check(rule, "other", ["it never came to that"]);
    await sleep(200, undefined, { signal });
  }
  return check(rule, "other", []);
}

/** Whether every API says of Redis, in its readiness, that it is up, or that it is down. */
export async function everyApiSaysRedisIs(scene: Scene, state: "up" | "down"): Promise<boolean> {
  const said = await Promise.all(
    scene.shop.apiUrls.map(async (url) => {
      const response = await fetch(`${url}/readyz`).catch(() => undefined);
      const body = (await response?.json().catch(() => undefined)) as
        | { checks?: { redis?: string } }
        | undefined;
      return body?.checks?.redis;
    }),
  );
  return said.every((each) => each === state);
}
