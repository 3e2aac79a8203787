/**
 * What time the server has, as far as its answers tell: a countdown must not end early because a
 * shopper's clock is fast. Each `Date` header (whole seconds) bounds the offset; the bounds of all
 * answers are intersected, so it gets sharper with each (Cristian 1989, Marzullo 1984).
 */
let lowest = -Infinity;
let highest = Infinity;

/** All in milliseconds since 1970; `date` is the header, the others are the browser's clock. */
export function noteServerDate(date: string | null, sentAt: number, receivedAt: number): void {
  const told = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(told)) return;
  const low = told - receivedAt;
  const high = told + 1000 - sentAt;
  const isDisjoint = low > highest || high < lowest;
  // The shopper set the clock, or it drifted: what was known before is void.
  lowest = isDisjoint ? low : Math.max(lowest, low);
  highest = isDisjoint ? high : Math.min(highest, high);
}

/** The server's time in milliseconds since 1970; the browser's own until an answer came. */
export function serverNow(): number {
  const now = Date.now();
  if (lowest > highest || !Number.isFinite(lowest)) return now;
  // The browser's clock is right as far as can be told: no jump.
  if (lowest <= 0 && highest >= 0) return now;
  return now + (lowest + highest) / 2;
}

/** `fetch` that learns the time from what it brings. */
export const timedFetch: typeof fetch = async (input, init) => {
  const sentAt = Date.now();
  const response = await fetch(input, init);
  noteServerDate(response.headers.get("date"), sentAt, Date.now());
  return response;
};
