import { deviceStorage } from "#browser/storage.ts";

const key = "meridian.searches";
const most = 5;

/** What was searched for on this device, the latest first. */
export function readRecent(): string[] {
  const stored = deviceStorage.readJson(key);
  return Array.isArray(stored) ? stored.filter((item) => typeof item === "string") : [];
}

export function forgetSearches(): void {
  deviceStorage.write(key, null);
}

export function rememberSearch(words: string): void {
  const wanted = words.trim();
  if (wanted === "") return;
  const others = readRecent().filter((item) => item.toLowerCase() !== wanted.toLowerCase());
  deviceStorage.write(key, JSON.stringify([wanted, ...others].slice(0, most)));
}
