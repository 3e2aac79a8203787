/**
 * What must outlive the page from the moment of the click, written before anything else happens. An intent
 * has a key of its own, so tabs never overwrite each other's, and goes when it is answered.
 * Another tab may see it a moment later: what tabs must agree on is in `send-state.ts`.
 */
import { randomId } from "#browser/random-id.ts";
import type { PendingIntent } from "#features/cart/intents.ts";

const intentPrefix = "meridian.cart.intent.";
const deviceKey = "meridian.cart.device-id";

function read(id: string): PendingIntent[] {
  const text = localStorage.getItem(`${intentPrefix}${id}`);
  return text === null ? [] : [{ ...(JSON.parse(text) as Omit<PendingIntent, "id">), id }];
}

/** Ids of stored intents in the order of the clicks, whichever tab they were made in. */
function intentIds(): string[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(intentPrefix))
    .map((key) => key.slice(intentPrefix.length))
    .toSorted();
}

/** Later than all that wait, also when the clock was set back. */
function nextIntentId(): string {
  const last = Number(intentIds().at(-1)?.split("-")[0] ?? 0);
  const time = Math.max(Date.now(), last + 1);
  return `${String(time).padStart(15, "0")}-${randomId()}`;
}

export const cartStorage = {
  /** Of all tabs, oldest first; those that are under way included. */
  readIntents: (): PendingIntent[] => intentIds().flatMap(read),
  addIntent(intent: Omit<PendingIntent, "id">): void {
    localStorage.setItem(`${intentPrefix}${nextIntentId()}`, JSON.stringify(intent));
  },
  removeIntents(intents: readonly PendingIntent[]): void {
    for (const { id } of intents) localStorage.removeItem(`${intentPrefix}${id}`);
  },
  /** Calls back for what another tab added or removed, when it can be seen here. */
  watchIntents(onChange: (isAdded: boolean) => void, signal: AbortSignal): void {
    const look = ({ key, newValue }: StorageEvent) => {
      if (key?.startsWith(intentPrefix)) onChange(newValue !== null);
    };
    window.addEventListener("storage", look, { signal });
  },
  /** What this browser is called among those that change a cart. Made when it is first asked for. */
  readDevice(): string {
    const known = localStorage.getItem(deviceKey);
    if (known !== null) return known;
    const fresh = randomId();
    localStorage.setItem(deviceKey, fresh);
    return fresh;
  },
  writeDevice: (device: string) => localStorage.setItem(deviceKey, device),
};
