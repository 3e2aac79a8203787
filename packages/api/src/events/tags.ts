/** Which kept answers an event makes old. The one place that says so, for every cache of this process. */
import type { NewEvent } from "../kernel/outbox.ts";
import { tags } from "../kernel/tags.ts";

type Change = { type: string; aggregateId: string; data: unknown };

/** So many variants' state is known; of others every change counts as a turn. */
const maxKnown = 200_000;

/**
 * Most changes of stock turn nothing: 12 left become 11. Lists that count or filter by stock stay
 * good until a variant sells out or comes back, and that shows when the last event of it is known.
 */
export class ChangeTags {
  readonly #wasAvailable = new Map<string, boolean>();

  /** Of the log's next events, in its order. */
  ofLogged(events: readonly Change[]): Set<string> {
    const found = new Set<string>();
    for (const event of events) {
      this.#add(event, found);
      if (event.type === "product.changed") this.#wasAvailable.clear();
      if (event.type === "stock.changed") this.#remember(event.aggregateId, isAvailable(event));
    }
    return found;
  }

  /** Of events ahead of the log: others that the log will tell first are not known yet, so nothing is learnt. */
  ofOwn(events: readonly NewEvent[]): Set<string> {
    const found = new Set<string>();
    for (const event of events) this.#add({ ...event, type: event.type.name }, found);
    return found;
  }

  /** Events were missed. */
  forget(): void {
    this.#wasAvailable.clear();
  }

  #add(event: Change, found: Set<string>): void {
    if (event.type === "product.changed" || event.type === "rating.changed")
      found.add(event.aggregateId).add(tags.products);
    if (event.type === "category.changed" || event.type === "collection.changed")
      found.add(tags.shelves);
    if (event.type.startsWith("contribution.") || event.type === "votes.changed")
      found.add(tags.reviewsOf((event.data as { productId: string }).productId));
    if (event.type !== "stock.changed") return;
    found.add(event.aggregateId);
    if (this.#wasAvailable.get(event.aggregateId) !== isAvailable(event)) found.add(tags.turns);
  }

  #remember(variantId: string, isAvailable: boolean): void {
    this.#wasAvailable.set(variantId, isAvailable);
    if (this.#wasAvailable.size > maxKnown) this.#wasAvailable.clear();
  }
}

function isAvailable({ data }: Change): boolean {
  return (data as { available: number }).available > 0;
}
