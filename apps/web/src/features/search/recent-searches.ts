const key = "meridian.searches";
const most = 5;

/** What was searched for on this device, the latest first. */
export function readRecent(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(stored) ? stored.filter((item) => typeof item === "string") : [];
  } catch {
    return [];
  }
}

export function forgetSearches(): void {
  localStorage.removeItem(key);
}

export function rememberSearch(words: string): void {
  const wanted = words.trim();
  if (wanted === "") return;
  const others = readRecent().filter((item) => item.toLowerCase() !== wanted.toLowerCase());
  localStorage.setItem(key, JSON.stringify([wanted, ...others].slice(0, most)));
}
