import { totalmem } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import type { Account } from "./account.ts";
import type { PostgresCluster } from "./postgres-cluster.ts";

/** How to run the server of a cluster: in the foreground, over TCP on the loopback only. */
export function postgresCommand(
  cluster: PostgresCluster,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): { command: string; args: string[]; cwd: string; account: Account | undefined } {
  const all: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port: String(port),
    max_connections: "200",
    ...memorySettings(memoryBytes() / 2 ** 20),
    timezone: "UTC",
    log_timezone: "UTC",
    // The shop's queries are short: compiling one costs more than running it.
    jit: "off",
    ...settings,
  };
  const args = [
    "-D",
    cluster.directory,
    ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  return { command: cluster.postgres, args, cwd: cluster.directory, account: cluster.account };
}

/** What this machine has, or what the container that it runs in may use. */
function memoryBytes(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}

/**
 * A quarter of the memory for pages in common use, as PostgreSQL's manual advises. Only what is used is taken: a small
 * shop needs little of it, and of a large one nothing hot is read from the disk twice.
 */
function memorySettings(machineMb: number): Record<string, string> {
  const sharedMb = Math.min(8_192, Math.max(128, Math.floor(machineMb / 4)));
  return {
    shared_buffers: `${sharedMb}MB`,
    effective_cache_size: `${Math.floor(machineMb / 2)}MB`,
    work_mem: "16MB",
    maintenance_work_mem: `${Math.max(64, Math.floor(sharedMb / 4))}MB`,
    // Filling a catalogue must not stop for a checkpoint every few seconds.
    max_wal_size: "4GB",
    // Data lies on a solid disk, and mostly in memory: a page out of order costs little more.
    random_page_cost: "1.1",
  };
}

/** Waits until a server answers a query. @throws its last refusal after `timeoutMs` */
export async function waitForPostgres(
  url: string,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const client = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await client`select 1`;
      return;
    } catch (refusal) {
      if (performance.now() > deadline) throw refusal;
    } finally {
      await client.end({ timeout: 1 });
    }
    await sleep(50, undefined, { signal });
  }
}

/** Whether a server says anything: that it is starting, or full, is an answer, too. */
export async function postgresAnswers(url: string): Promise<boolean> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await client`select 1`;
    return true;
  } catch (refusal) {
    return refusal instanceof postgres.PostgresError;
  } finally {
    await client.end({ timeout: 0 });
  }
}

/** Makes a database on a server, unless it is there. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [existing] = await admin`select 1 from pg_database where datname = ${name}`;
    if (!existing) await admin`create database ${admin(name)}`;
  } finally {
    await admin.end();
  }
}

/** The address of a database on the loopback. */
export function postgresUrl(port: number, password: string, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
}
