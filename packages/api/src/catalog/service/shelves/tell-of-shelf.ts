import { emit, event } from "../../../kernel/outbox.ts";
import type { TransactionContext } from "../../../kernel/transaction.ts";
import { categoryChanged, collectionChanged } from "../../events.ts";

type Shelf = { id: string; handle: string; version: number };

/** Tells that a category or a collection is another one now, or is no more. */
export function tellOfShelf(
  tx: TransactionContext,
  kind: "category" | "collection",
  { id, handle, version }: Shelf,
): Promise<void> {
  const told =
    kind === "category"
      ? event(categoryChanged, id, version, { categoryId: id, handle })
      : event(collectionChanged, id, version, { collectionId: id, handle });
  return emit(tx, [told]);
}
