/** When somebody is asked. */
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** So long a parcel takes at most, where nobody says that it has arrived. */
const parcelDays = 7;
/** So long a link can be answered. */
const openDays = 30;

type OrderEvent = { type: string; data: Record<string, unknown>; occurredAt: string };

/**
 * When to ask about an order, by one of its events: so many hours after it has arrived; where only its last parcel is
 * known, a week more. Null: it is not with its buyer yet.
 */
export function dueAfterOrder(event: OrderEvent, delayHours: number): Date | null {
  const delayMs = delayHours * hourMs;
  const at = new Date(event.occurredAt).getTime();
  if (event.type === "order.delivered") return new Date(at + delayMs);
  const isWholeSent = event.type === "order.fulfilled" && event.data["state"] === "fulfilled";
  return isWholeSent ? new Date(at + delayMs + parcelDays * dayMs) : null;
}

/** When to ask about a cart that was changed then, unless it is changed again. */
export function dueAfterCart(changedAt: string, delayHours: number): Date {
  return new Date(new Date(changedAt).getTime() + delayHours * hourMs);
}

/** A cart that was changed after this is still used. */
export function quietSince(now: Date, delayHours: number): Date {
  return new Date(now.getTime() - delayHours * hourMs);
}

/** Until when who is asked at a time can answer. */
export function expiryOf(askedAt: Date): Date {
  return new Date(askedAt.getTime() + openDays * dayMs);
}

/** Who was asked after this is not asked again yet. */
export function pauseBegan(now: Date, pauseDays: number): Date {
  return new Date(now.getTime() - pauseDays * dayMs);
}
