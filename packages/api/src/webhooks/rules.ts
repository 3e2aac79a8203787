const minute = 60;
const hour = 60 * minute;

/** Between the tries of one delivery: ten over three days, as Standard Webhooks proposes. */
const pausesSeconds = [
  5,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  20 * hour,
] as const;

/** What an endpoint may ask for with Retry-After. */
const longestWaitSeconds = 24 * hour;

export const maxAttempts = pausesSeconds.length + 1;

/**
 * Seconds until the next try, never in step with others' (a fifth to either side); null when it was the last.
 * @param made tries so far, at least one
 * @param random from 0 to below 1
 */
export function pauseAfter(made: number, random: number, retryAfterSeconds = 0): number | null {
  const pause = pausesSeconds[made - 1];
  if (pause === undefined) return null;
  return Math.max(pause * (0.8 + 0.4 * random), Math.min(retryAfterSeconds, longestWaitSeconds));
}

/** Retry-After: seconds, or a date (RFC 9110 10.2.3); 0 when it says neither. */
export function retryAfterSeconds(header: string | undefined, now: Date): number {
  if (header === undefined) return 0;
  if (/^\d+$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, (date - now.getTime()) / 1000);
}
