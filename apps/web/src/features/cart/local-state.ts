/** What only this tab knows of the bag: intents that wait for an answer, refusals, lines to bring back. */
import type { CartLine } from "@meridian/api/cart/contract.ts";
import type { PendingIntent } from "#features/cart/intents.ts";

/** `reason` and `details` as declared in the cart's contract. */
export type Refusal = {
  variantId: string;
  status: "adjusted" | "refused";
  reason: string;
  details: Record<string, unknown>;
};

export type LocalState = {
  pending: readonly PendingIntent[];
  refusals: ReadonlyMap<string, Refusal>;
  removed: readonly CartLine[];
  isTroubled: boolean;
};

export type LocalAction =
  | { type: "pending"; pending: readonly PendingIntent[] }
  | { type: "refused"; refusals: readonly Refusal[] }
  | { type: "removed"; line: CartLine }
  | { type: "dismiss"; variantId: string }
  | { type: "trouble"; isTroubled: boolean };

export const initialLocal: LocalState = {
  pending: [],
  refusals: new Map(),
  removed: [],
  isTroubled: false,
};

export function reduceLocal(state: LocalState, action: LocalAction): LocalState {
  switch (action.type) {
    case "pending":
      return { ...state, pending: action.pending };
    case "refused": {
      if (action.refusals.length === 0) return state;
      const refusals = new Map(state.refusals);
      for (const refusal of action.refusals) refusals.set(refusal.variantId, refusal);
      return { ...state, refusals };
    }
    case "removed":
      return { ...state, removed: [...state.removed, action.line] };
    case "dismiss": {
      const refusals = new Map(state.refusals);
      refusals.delete(action.variantId);
      const removed = state.removed.filter(({ variantId }) => variantId !== action.variantId);
      return { ...state, refusals, removed };
    }
    case "trouble":
      return { ...state, isTroubled: action.isTroubled };
  }
}
