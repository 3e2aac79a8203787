/**
 * What must outlive the page from the moment of the click, written before anything else happens. An intent
 * has a key of its own, so tabs never overwrite each other's, and goes when it is answered.
 * Another tab may see it a moment later: what tabs must agree on is in `send-state.ts`.
 */
import { randomId } from "#browser/random-id.ts";
import { deviceStorage } from "#browser/storage.ts";
import type { PendingIntent } from "#features/cart/intents.ts";

const intentPrefix = "meridian.cart.intent.";
const deviceKey = "meridian.cart.device-id";

function read(id: string): PendingIntent[] {
  const text = deviceStorage.read(`${intentPrefix}${id}`);
  return text === null ? [] : [{ ...(JSON.parse(text) as Omit<PendingIntent, "id">), id }];
}

/** Ids of stored intents in the order of the clicks, whichever tab they were made in. */
function intentIds(): string[] {
  return deviceStorage
    .keys()
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
    deviceStorage.write(`${intentPrefix}${nextIntentId()}`, JSON.stringify(intent));
  },
  removeIntents(intents: readonly PendingIntent[]): void {
    for (const { id } of intents) deviceStorage.write(`${intentPrefix}${id}`, null);
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
    const known = deviceStorage.read(deviceKey);
    if (known !== null) return known;
    const fresh = randomId();
    deviceStorage.write(deviceKey, fresh);
    return fresh;
  },
  writeDevice: (device: string) => deviceStorage.write(deviceKey, device),
};
