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
  await requireFree(settings.webPort, "WEB_PORT");
  await requireFree(settings.apiPort, "API_PORT");
  const file = join(data.path, "ports.json");
  const remembered = (readJson(file) ?? {}) as Partial<StackPorts>;
  const taken = new Set([settings.webPort, settings.apiPort]);
  const inner = async (asked: number | undefined, variable: string, before: number | undefined) => {
    if (asked !== undefined) await requireFree(asked, variable);
    const port = asked ?? (await chooseInner(before, taken));
    taken.add(port);
    return port;
  };
  const ports: StackPorts = {
    web: settings.webPort,
    api: settings.apiPort,
    worker: await inner(settings.workerPort, "WORKER_PORT", remembered.worker),
    gateway: await inner(settings.gatewayPort, "GATEWAY_PORT", remembered.gateway),
    postgres: await inner(settings.postgresPort, "POSTGRES_PORT", remembered.postgres),
    redis: await inner(settings.redisPort, "REDIS_PORT", remembered.redis),
  };
  writeJson(file, ports);
  return ports;
}

async function chooseInner(before: number | undefined, taken: Set<number>): Promise<number> {
  if (before !== undefined && !taken.has(before) && (await isFree(before))) return before;
  for (;;) {
    const port = await freePort();
    if (!taken.has(port)) return port;
  }
}
