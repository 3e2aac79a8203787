import { join } from "node:path";
import { freePort, isFree, requireFree } from "../process/ports.ts";
import { type DataDirectory, readJson, writeJson } from "./data-directory.ts";
import type { StackSettings } from "./env.ts";

/** Where each server of a stack listens, on the loopback. */
export type StackPorts = Record<
  "web" | "api" | "worker" | "gateway" | "postgres" | "redis",
  number
>;

/**
 * Decides the ports: those that were asked for must be free; the inner ones are chosen once and
 * remembered, and chosen again when somebody else has taken them meanwhile.
 * @throws naming the port, its variable and its owner
 */
export async function choosePorts(
  settings: StackSettings,
  data: DataDirectory,
): Promise<StackPorts> {
  await requireAskedPorts(settings);
  const file = join(data.path, "ports.json");
  const remembered = (readJson(file) ?? {}) as Partial<StackPorts>;
  const taken = new Set([settings.webPort, settings.apiPort]);
  const inner = async (asked: number | undefined, before: number | undefined) => {
    const port = asked ?? (await chooseInner(before, taken));
    taken.add(port);
    return port;
  };
  const ports: StackPorts = {
    web: settings.webPort,
    api: settings.apiPort,
    worker: await inner(settings.workerPort, remembered.worker),
    gateway: await inner(settings.gatewayPort, remembered.gateway),
    postgres: await inner(settings.postgresPort, remembered.postgres),
    redis: await inner(settings.redisPort, remembered.redis),
  };
  writeJson(file, ports);
  return ports;
}

/** @throws naming the port, its variable and its owner, for the first of those asked for that is taken */
export async function requireAskedPorts(settings: StackSettings): Promise<void> {
  const asked = [
    [settings.webPort, "WEB_PORT"],
    [settings.apiPort, "API_PORT"],
    [settings.workerPort, "WORKER_PORT"],
    [settings.gatewayPort, "GATEWAY_PORT"],
    [settings.postgresPort, "POSTGRES_PORT"],
    [settings.redisPort, "REDIS_PORT"],
  ] as const;
  for (const [port, variable] of asked) if (port !== undefined) await requireFree(port, variable);
}

async function chooseInner(before: number | undefined, taken: Set<number>): Promise<number> {
  if (before !== undefined && !taken.has(before) && (await isFree(before))) return before;
  for (;;) {
    const port = await freePort();
    if (!taken.has(port)) return port;
  }
}
