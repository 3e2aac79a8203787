/** This browser's place in a drop's line: its tabs share it, and a reload finds it. */
import { randomId } from "#browser/random-id.ts";
import { deviceStorage } from "#browser/storage.ts";

export type KeptPlace = { key: string; ticket?: string };

const nameOf = (handle: string, startsAt: string) => `meridian.place.${handle}.${startsAt}`;

export function readPlace(handle: string, startsAt: string): KeptPlace | undefined {
  const kept = deviceStorage.readJson(nameOf(handle, startsAt));
  return typeof kept === "object" && kept !== null && "key" in kept
    ? (kept as KeptPlace)
    : undefined;
}

/** The one that there is, else a new one. Storage is shared and answers at once: of two tabs the later finds the earlier's. */
export function takeKey(handle: string, startsAt: string): KeptPlace {
  const kept = readPlace(handle, startsAt) ?? { key: randomId() };
  keepPlace(handle, startsAt, kept);
  return kept;
}

export function keepPlace(handle: string, startsAt: string, place: KeptPlace): void {
  deviceStorage.write(nameOf(handle, startsAt), JSON.stringify(place));
}

export function forgetPlace(handle: string, startsAt: string): void {
  deviceStorage.write(nameOf(handle, startsAt), null);
}
