/** What the shopper wants done to the bag and the server has not answered yet. Pure. */
import type { Intent, LineVariant } from "@meridian/api/cart/rules/intent.ts";
import type { CartOperation } from "@meridian/api/cart/contract.ts";

/** `variant`: what the page knows of it, so that a new line can be shown at once. */
export type PendingIntent = { id: string; intent: Intent; variant?: LineVariant | undefined };

/** The API's limit for one line; beyond it the server adjusts. */
const maxQuantity = 999;

/** One answer to the server per line, however often it was clicked: what comes later on a line swallows what it makes pointless. */
export function coalesce(intents: readonly Intent[]): Intent[] {
  const byLine = new Map<string, Intent[]>();
  for (const intent of intents) {
    byLine.set(intent.variantId, addTo(byLine.get(intent.variantId) ?? [], intent));
  }
  return [...byLine.values()].flat();
}

function addTo(line: Intent[], next: Intent): Intent[] {
  // What is set or removed does not depend on what was added before it, except that a removal
  // must still be told: the line may exist on the server.
  if (next.type !== "add") return [next];
  const last = line.at(-1);
  if (!last || last.type === "remove") return [...line, next];
  const quantity = Math.min(maxQuantity, last.quantity + next.quantity);
  return [...line.slice(0, -1), { ...last, quantity }];
}

/** @param nextSeq the first number that this device has not used */
export function numbered(intents: readonly Intent[], nextSeq: number): CartOperation[] {
  return intents.map((intent, index): CartOperation => ({ ...intent, seq: nextSeq + index }));
}
