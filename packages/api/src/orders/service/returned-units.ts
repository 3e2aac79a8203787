import { orderAllocations, orderReturnLines, orderReturns } from "@meridian/db/schema.ts";
import { and, asc, eq, sum } from "drizzle-orm";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { placeReturned, type Units } from "../rules.ts";

type Place = Pick<typeof orderAllocations.$inferSelect, "variantId" | "locationId" | "quantity">;

/** Where units that come back now belong, behind those of the returns that were received before. What is not counted has no place. */
export async function findReturnedUnits(
  tx: TransactionContext,
  orderId: string,
  units: Units,
): Promise<Place[]> {
  const { variantId, quantity } = orderReturnLines;
  const received = await tx.db
    .select({ variantId, quantity: sum(quantity).mapWith(Number) })
    .from(orderReturnLines)
    .innerJoin(orderReturns, eq(orderReturns.id, orderReturnLines.returnId))
    .where(and(eq(orderReturns.orderId, orderId), eq(orderReturns.state, "received")))
    .groupBy(variantId);
  const allocations = await tx.db
    .select()
    .from(orderAllocations)
    .where(eq(orderAllocations.orderId, orderId))
    .orderBy(asc(orderAllocations.holdId), asc(orderAllocations.locationId));
  const before = new Map(received.map((one) => [one.variantId, one.quantity]));
  const taken = Map.groupBy(allocations, (one) => one.variantId);
  return units.flatMap((unit) =>
    placeReturned(
      taken.get(unit.variantId) ?? [],
      before.get(unit.variantId) ?? 0,
      unit.quantity,
    ).map((place) => ({ ...place, variantId: unit.variantId })),
  );
}
