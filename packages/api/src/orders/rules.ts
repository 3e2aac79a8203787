import type { OrderState, PaymentState } from "./contract.ts";

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

/** Of which variant how many. */
export type Units = { variantId: string; quantity: number }[];
export type Shortage = { variantId: string; requested: number; left: number };
type Impossible = { isPossible: false; shortage: Shortage };
export type Taken = { isPossible: true; units: Units } | Impossible;

/** Takes units from what is left of each line, whole or not at all; a variant named twice counts together. */
function takeUnits<L extends { variantId: string }>(
  lines: readonly L[],
  leftOf: (line: L) => number,
  wanted: Units,
): Taken {
  const left = new Map(lines.map((line) => [line.variantId, leftOf(line)]));
  const units = new Map<string, number>();
  for (const { variantId, quantity } of wanted)
    units.set(variantId, (units.get(variantId) ?? 0) + quantity);
  for (const [variantId, requested] of units) {
    const available = left.get(variantId) ?? 0;
    if (requested > available)
      return { isPossible: false, shortage: { variantId, requested, left: available } };
  }
  return {
    isPossible: true,
    units: [...units].map(([variantId, quantity]) => ({ variantId, quantity })),
  };
}

export type FulfillableLine = { variantId: string; quantity: number; fulfilledQuantity: number };

export type Fulfilment =
  | { isPossible: true; sent: Units; state: "partly_fulfilled" | "fulfilled" }
  | Impossible;

/** What a parcel makes of an order. Without a parcel all that is left is sent. */
export function planFulfilment(lines: readonly FulfillableLine[], parcel?: Units): Fulfilment {
  const leftOf = (line: FulfillableLine) => line.quantity - line.fulfilledQuantity;
  const everything = lines
    .map((line) => ({ variantId: line.variantId, quantity: leftOf(line) }))
    .filter(({ quantity }) => quantity > 0);
  const taken = takeUnits(lines, leftOf, parcel ?? everything);
  if (!taken.isPossible) return taken;
  const count = (units: Units) => units.reduce((sum, { quantity }) => sum + quantity, 0);
  const isWhole = count(taken.units) === count(everything);
  return { isPossible: true, sent: taken.units, state: isWhole ? "fulfilled" : "partly_fulfilled" };
}

export type ReturnableLine = {
  variantId: string;
  fulfilledQuantity: number;
  returnedQuantity: number;
};

/** What can come back was sent, and is in no other return. */
export function planReturn(lines: readonly ReturnableLine[], wanted: Units): Taken {
  return takeUnits(lines, (line) => line.fulfilledQuantity - line.returnedQuantity, wanted);
}

export type RefundableLine = {
  variantId: string;
  quantity: number;
  refundedQuantity: number;
  /** After discount. */
  totalMinor: number;
  taxMinor: number;
};

export type RefundByUnits = { isPossible: true; units: Units; amountMinor: number } | Impossible;

/** What was paid for these units, with the tax that was added to it; units already refunded are not paid for any more. */
export function planRefund(
  lines: readonly RefundableLine[],
  wanted: Units,
  taxInclusive: boolean,
): RefundByUnits {
  const taken = takeUnits(lines, (line) => line.quantity - line.refundedQuantity, wanted);
  if (!taken.isPossible) return taken;
  let amountMinor = 0;
  for (const { variantId, quantity } of taken.units)
    for (const line of lines)
      if (line.variantId === variantId)
        amountMinor +=
          paidMinor(line, line.refundedQuantity + quantity, taxInclusive) -
          paidMinor(line, line.refundedQuantity, taxInclusive);
  return { ...taken, amountMinor };
}

/** What the first units of a line cost: rounded down, so however it is cut the parts add up to the line. */
function paidMinor(line: RefundableLine, units: number, taxInclusive: boolean): number {
  const paid = line.totalMinor + (taxInclusive ? 0 : line.taxMinor);
  return Math.floor((paid * units) / line.quantity);
}

export type Allocated = { locationId: string; quantity: number };

/**
 * Where units that come back belong: to the locations that they left, in the order in which they were taken.
 * @param before how many have come back already
 */
export function placeReturned(
  allocations: readonly Allocated[],
  before: number,
  quantity: number,
): Allocated[] {
  let skip = before;
  let left = quantity;
  const placed: Allocated[] = [];
  for (const allocation of allocations) {
    const free = Math.max(0, allocation.quantity - skip);
    skip = Math.max(0, skip - allocation.quantity);
    const taken = Math.min(free, left);
    if (taken > 0) placed.push({ locationId: allocation.locationId, quantity: taken });
    left -= taken;
  }
  return placed;
}

/** How much of an order's payment went back. */
export function paymentStateOf(order: {
  state: OrderState;
  totalMinor: number;
  refundedMinor: number;
}): PaymentState {
  if (order.state === "placed") return "pending";
  if (order.refundedMinor === 0) return "paid";
  return order.refundedMinor < order.totalMinor ? "partly_refunded" : "refunded";
}
