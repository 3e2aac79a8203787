import { createClient, type Database } from "@meridian/db/client.ts";
import type { Stack } from "@meridian/tooling/stack/stack.ts";
import type { Steps } from "@meridian/tooling/stack/steps.ts";
import { openTemporaryStack } from "@meridian/tooling/stack/temporary-stack.ts";
import { openWire, type Wire } from "./faults/wire.ts";
import { fillShelf, type Shelf } from "./shelf.ts";

export type ShopSettings = {
  /** Units of each scarce article. */
  scarceUnits: number;
  /** Put into the environment of every process. */
  env?: Record<string, string>;
  /** Everything is decided, nothing runs. @returns how to clear away what it made */
  prepare?: (stack: Stack) => (() => Promise<void> | void) | undefined;
};

/** A whole shop without its pages: two APIs, two workers, the gateway, Redis, PostgreSQL. */
export type Shop = {
  stack: Stack;
  apiUrls: string[];
  /** Between the shop and its Redis. */
  wire: Wire;
  shelf: Shelf;
  /** Reads the tables past the shop; a connection that is cut is made again. */
  db: Database;
  close(): Promise<void>;
};

const quick: Record<string, string> = {
  // Outages within a run must be long for the shop, so its own patience is short.
  HOLD_SECONDS: "15",
  PAYMENT_TIMEOUT_MS: "1500",
  PAYMENT_ACTION_SECONDS: "10",
  LOG_LEVEL: "info",
};

/** @param say hears what the supervisor has to tell */
export async function openShop(
  settings: ShopSettings,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<Shop> {
  const closing: (() => Promise<unknown> | unknown)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).toReversed()) await step();
  };
  try {
    const wire = await openWire();
    closing.push(() => wire.close());
    const temporary = await openTemporaryStack({
      signal,
      steps: quietSteps(say),
      extent: { apiProcesses: 2, workerProcesses: 2, hasStorefront: false, hasDemoShop: false },
      beforeStart(stack) {
        wire.leadTo(stack.context.ports.gateway);
        Object.assign(stack.context.env, quick, { UPSTASH_REDIS_REST_URL: wire.url }, settings.env);
        closing.push(settings.prepare?.(stack) ?? (() => {}));
      },
    });
    closing.push(temporary.close);
    const { stack } = temporary;
    const db = createClient(stack.context.env["DATABASE_URL"] ?? "", {
      max: 4,
      applicationName: "meridian-chaos",
      statementTimeoutMs: 60_000,
    });
    closing.push(() => db.$client.end({ timeout: 2 }));
    const shelf = await fillShelf(db, settings.scarceUnits);
    return { stack, apiUrls: [stack.urlOf("api"), stack.urlOf("api-2")], wire, shelf, db, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Each step of the start when it is done, and nothing of what passes. */
function quietSteps(say: (line: string) => void): Steps {
  return {
    say,
    async run(name, work) {
      const result = await work(say, () => {});
      say(`${name} is up`);
      return result;
    },
  };
}
