import type { Database } from "@meridian/db/client.ts";
import { stripePayments } from "@meridian/db/schema.ts";
import { eq } from "drizzle-orm";

/** Of an attempt that costs nothing: Stripe is not asked. */
export const free = "free";

/** Null: it was cancelled before Stripe was asked. Undefined: nobody has begun it. */
export async function findReference(
  db: Database,
  attemptId: string,
): Promise<string | null | undefined> {
  const [found] = await db
    .select({ reference: stripePayments.reference })
    .from(stripePayments)
    .where(eq(stripePayments.attemptId, attemptId));
  return found?.reference;
}

/** The first word counts, whoever comes second. @returns what counts */
export async function keepReference(
  db: Database,
  attemptId: string,
  reference: string | null,
): Promise<string | null> {
  await db.insert(stripePayments).values({ attemptId, reference }).onConflictDoNothing();
  return (await findReference(db, attemptId)) ?? null;
}
