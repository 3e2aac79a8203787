import { setTimeout as sleep } from "node:timers/promises";
import { identify, isAlive, type ProcessIdentity } from "@meridian/tooling/process/identity.ts";
import { probe } from "@meridian/tooling/process/ready.ts";
import type { Random } from "../random.ts";
import type { Shop } from "../shop.ts";
import type { Tally } from "../tally.ts";

export const targets = [
  "api",
  "api-2",
  "worker",
  "worker-2",
  "gateway",
  "redis",
  "postgres",
  "postgres backend",
] as const;
export type Target = (typeof targets)[number];

export type Kill = {
  target: Target;
  /** Until the process that was killed, or its successor, served again. */
  backAfterMs?: number;
  /** Until a write that was sent after the kill was acknowledged. */
  soldAfterMs?: number;
};

/** Who is killed when, decided by the seed alone. Everybody has a turn before anybody has another. */
export function* planKills(random: Random): Generator<{ pauseMs: number; target: Target }> {
  for (;;) {
    const left: Target[] = [...targets];
    while (left.length > 0) {
      const target = random.pick(left);
      left.splice(left.indexOf(target), 1);
      yield { pauseMs: random.between(800, 3_500), target };
    }
  }
}

/** SIGKILL, no goodbye. Resolves when it is dead; how long the shop suffers is noted later. */
export async function kill(shop: Shop, tally: Tally, target: Target): Promise<Kill> {
  const done: Kill = { target };
  const identity = await untilAlive(shop, target);
  process.kill(identity.pid, "SIGKILL");
  while (isAlive(identity)) await sleep(2);
  const at = performance.now();
  const since = () => Math.round(performance.now() - at);
  void tally.nextWrite().then(() => (done.soldAfterMs = since()));
  void untilBack(shop, target, identity.pid).then(() => (done.backAfterMs = since()));
  return done;
}

/** It may not have come back from the last time. */
async function untilAlive(shop: Shop, target: Target): Promise<ProcessIdentity> {
  for (;;) {
    const pid = await pidOf(shop, target);
    const identity = pid === undefined ? undefined : identify(pid);
    if (identity) return identity;
    await sleep(20);
  }
}

async function pidOf(shop: Shop, target: Target): Promise<number | undefined> {
  if (target !== "postgres backend") return shop.stack.pidOf(target);
  try {
    const [row] = await shop.db.$client<{ pid: number }[]>`
      select pid from pg_stat_activity
      where application_name in ('meridian-api', 'meridian-worker') order by random() limit 1`;
    return row?.pid;
  } catch {
    return undefined;
  }
}

async function untilBack(shop: Shop, target: Target, deadPid: number): Promise<void> {
  const { stack } = shop;
  const service = target === "postgres backend" ? "postgres" : target;
  while (stack.pidOf(service) === deadPid) await sleep(10);
  while (!(await serves(shop, service))) await sleep(20);
}

/** Whether a service does its work at this moment. */
export async function serves({ stack, db }: Shop, service: string): Promise<boolean> {
  if (service === "postgres") {
    return await db.$client`select 1`.then(
      () => true,
      () => false,
    );
  }
  // Redis is ready when the gateway reaches it.
  const name = service === "redis" ? "gateway" : (service as "api" | "worker" | "gateway");
  const path = name === "gateway" ? "/healthz" : "/readyz";
  return (await probe(`${stack.urlOf(name)}${path}`)) === "ok";
}
