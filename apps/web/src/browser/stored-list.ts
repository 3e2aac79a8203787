import { useSyncExternalStore } from "react";
import { deviceStorage } from "#browser/storage.ts";

/** What is remembered of a product: enough to ask the shop for the rest. */
export type Kept = { id: string; handle: string };

const none: readonly Kept[] = [];

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null || !("id" in value && "handle" in value))
    return false;
  return typeof value.id === "string" && typeof value.handle === "string";
}

/** Products that this device remembers and nobody else: each once, the latest first. All tabs see the same. */
export class StoredList {
  readonly #key: string;
  readonly #most: number;
  readonly #watchers = new Set<() => void>();
  #text: string | null = null;
  #items = none;

  constructor(name: string, most: number) {
    this.#key = `meridian.${name}`;
    this.#most = most;
  }

  /** The same array until something changes. */
  readonly read = (): readonly Kept[] => {
    const text = deviceStorage.read(this.#key);
    if (text !== this.#text) {
      this.#text = text;
      const stored = deviceStorage.readJson(this.#key);
      this.#items = Array.isArray(stored) ? stored.filter(isKept) : none;
    }
    return this.#items;
  };

  /** To the front; the oldest goes where there are too many. */
  put({ id, handle }: Kept): void {
    this.#write([{ id, handle }, ...this.read().filter((item) => item.id !== id)]);
  }

  remove(ids: readonly string[]): void {
    this.#write(this.read().filter(({ id }) => !ids.includes(id)));
  }

  clear(): void {
    this.#write(none);
  }

  readonly watch = (onChange: () => void): (() => void) => {
    const look = ({ key }: StorageEvent) => {
      if (key === this.#key || key === null) onChange();
    };
    this.#watchers.add(onChange);
    window.addEventListener("storage", look);
    return () => {
      this.#watchers.delete(onChange);
      window.removeEventListener("storage", look);
    };
  };

  #write(items: readonly Kept[]): void {
    const text = items.length === 0 ? null : JSON.stringify(items.slice(0, this.#most));
    deviceStorage.write(this.#key, text);
    for (const tell of this.#watchers) tell();
  }
}

/** What the list holds; nothing while the page is taken over from the server. */
export function useStoredList(list: StoredList): readonly Kept[] {
  return useSyncExternalStore(list.watch, list.read, () => none);
}
