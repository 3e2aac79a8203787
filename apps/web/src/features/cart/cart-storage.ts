/**
 * What must outlive the page: intents from the moment of the click (written before anything else
 * happens), and the batch that is under way with its numbers, so that a retry is recognised.
 * Each tab writes only its own intents; a closed tab's are taken over by whoever sends next.
 */
import type { CartOperation } from "@meridian/api/cart/contract.ts";
import { heldLocks, withLock } from "#browser/locks.ts";
import { randomId } from "#browser/random-id.ts";
import type { PendingIntent } from "#features/cart/intents.ts";

export type Outbox = {
  operations: CartOperation[];
  /** The intents that became these operations. */
  intents: PendingIntent[];
};
type Device = { id: string; nextSeq: number; createKey: string };

const prefix = "meridian.cart.";
const intentsOf = (tab: string) => `${prefix}intents.${tab}`;
const tabLock = (tab: string) => `${prefix}tab.${tab}`;

function read<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  if (value === undefined) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(value));
}

export const cartStorage = {
  readIntents: (tab: string) => read<PendingIntent[]>(intentsOf(tab)) ?? [],
  writeIntents(tab: string, intents: readonly PendingIntent[]): void {
    write(intentsOf(tab), intents.length > 0 ? intents : undefined);
  },
  readOutbox: () => read<Outbox>(`${prefix}outbox`),
  writeOutbox: (outbox: Outbox | undefined) => write(`${prefix}outbox`, outbox),
  /** Made when it is first asked for; the same in all tabs. */
  readDevice(): Device {
    const known = read<Device>(`${prefix}device`);
    if (known) return known;
    const fresh = { id: randomId(), nextSeq: 0, createKey: randomId() };
    write(`${prefix}device`, fresh);
    return fresh;
  },
  writeDevice: (device: Device) => write(`${prefix}device`, device),
};

/** Held as long as the tab lives: tells the others that its intents are its own business. */
export function holdTab(tab: string, signal: AbortSignal): void {
  const untilClosed = () =>
    new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  withLock(tabLock(tab), signal, untilClosed).catch(() => undefined);
}

/** The intents that tabs left behind; they are yours once read. */
export async function adoptIntents(): Promise<PendingIntent[]> {
  const living = await heldLocks();
  if (!living) return [];
  const start = intentsOf("");
  const orphans = Object.keys(localStorage)
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length))
    .filter((tab) => !living.has(tabLock(tab)));
  return orphans.flatMap((tab) => {
    const intents = cartStorage.readIntents(tab);
    cartStorage.writeIntents(tab, []);
    return intents;
  });
}
