import { setTimeout as delay } from "node:timers/promises";
import { createReachability } from "#api/reachability.ts";

const lookEveryMs = 250;
/** Who waits longer is to see pages that say what is wrong. */
const patienceMs = 10_000;

/**
 * Resolves when somebody listens there, or when patience has run out. The first pages of a storefront that starts beside its API
 * would otherwise be errors, each with a line in the log. What is only sent on to the API (`proxy.ts`) does not wait.
 * @param say hears once that it has to wait, and once how that ended
 */
export async function waitForApi(
  origin: string,
  say: (line: string) => void,
  patience = patienceMs,
): Promise<void> {
  const isReachable = createReachability();
  const startedAt = performance.now();
  if (await isReachable(origin)) return;
  say(`Waiting for the API at ${origin}.`);
  while (performance.now() - startedAt < patience) {
    await delay(lookEveryMs);
    if (await isReachable(origin)) return say("The API is there.");
  }
  say(`The API at ${origin} does not listen. Pages that need it say so.`);
}
