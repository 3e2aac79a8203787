import type { Transaction } from "../client.ts";
import { promotions } from "../schema/promotions.ts";
import { stableId } from "./digest.ts";

/** One code to try: WELCOME10. */
export async function addPromotions(tx: Transaction, now: Date): Promise<void> {
  await tx
    .insert(promotions)
    .values({
      id: stableId("promo", "welcome"),
      code: "WELCOME10",
      title: "10 % off your first order",
      type: "percentage",
      basisPoints: 1000,
      useLimitPerEmail: 1,
      startsAt: now.toISOString(),
    })
    .onConflictDoNothing();
}
