import type { OrderState } from "./contract.ts";

/** The state machine: what each move leaves and where it may lead. Every change of state is one of these. */
export const moves = {
  pay: { from: ["placed"], to: ["paid"] },
  fulfil: { from: ["paid", "partly_fulfilled"], to: ["partly_fulfilled", "fulfilled"] },
  deliver: { from: ["fulfilled"], to: ["delivered"] },
  cancel: { from: ["placed", "paid"], to: ["cancelled"] },
} as const satisfies Record<string, { from: readonly OrderState[]; to: readonly OrderState[] }>;

export type Move = keyof typeof moves;

export function canMove(state: OrderState, move: Move): boolean {
  return (moves[move].from as readonly OrderState[]).includes(state);
}

export type FulfillableLine = { variantId: string; quantity: number; fulfilledQuantity: number };
export type Parcel = { variantId: string; quantity: number }[];

export type Fulfilment =
  | { isPossible: true; sent: Parcel; state: "partly_fulfilled" | "fulfilled" }
  | { isPossible: false; shortage: { variantId: string; requested: number; left: number } };

/** What a parcel makes of an order; a variant named twice counts together. Without a parcel all that is left is sent. */
export function planFulfilment(lines: readonly FulfillableLine[], wanted?: Parcel): Fulfilment {
  const left = new Map(
    lines.map((line) => [line.variantId, line.quantity - line.fulfilledQuantity]),
  );
  const parcel = new Map<string, number>();
  for (const { variantId, quantity } of wanted ?? everythingLeft(left))
    parcel.set(variantId, (parcel.get(variantId) ?? 0) + quantity);
  for (const [variantId, requested] of parcel) {
    const available = left.get(variantId) ?? 0;
    if (requested > available)
      return { isPossible: false, shortage: { variantId, requested, left: available } };
    left.set(variantId, available - requested);
  }
  const isWhole = [...left.values()].every((quantity) => quantity === 0);
  return {
    isPossible: true,
    sent: [...parcel].map(([variantId, quantity]) => ({ variantId, quantity })),
    state: isWhole ? "fulfilled" : "partly_fulfilled",
  };
}

function everythingLeft(left: ReadonlyMap<string, number>): Parcel {
  return [...left]
    .filter(([, quantity]) => quantity > 0)
    .map(([variantId, quantity]) => ({ variantId, quantity }));
}
