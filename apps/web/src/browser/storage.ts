/**
 * Texts by key that outlive the page where the browser keeps any. Where it forbids that, or has no room, they last as long as the
 * page: reading and writing never fail.
 */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function textStorage(open: () => Storage) {
  /** What could not be written, and counts more than what was written before. */
  const unwritten = new Map<string, string>();
  const read = (key: string): string | null =>
    unwritten.get(key) ?? attempt(() => open().getItem(key)) ?? null;
  const keys = (): string[] => [...unwritten.keys(), ...(attempt(() => Object.keys(open())) ?? [])];
  /** @param text null: it goes */
  const write = (key: string, text: string | null): void => {
    unwritten.delete(key);
    try {
      if (text === null) open().removeItem(key);
      else open().setItem(key, text);
    } catch {
      if (text !== null) unwritten.set(key, text);
    }
  };
  return {
    read,
    /** Nothing where it is no JSON. */
    readJson: (key: string): unknown => attempt(() => JSON.parse(read(key) ?? "null")),
    write,
    keys,
    clear: () => keys().forEach((key) => write(key, null)),
    /** Whether the browser lets this page keep nothing at all. */
    isDenied: (): boolean => !attempt(open),
  };
}

/** Shared by all tabs, and kept when the browser is closed. */
export const deviceStorage = textStorage(() => localStorage);

/** This tab's, until it is closed. */
export const tabStorage = textStorage(() => sessionStorage);
