import { testCharges } from "@meridian/db/schema.ts";
import { and, eq } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";
import { money, type Currency, type Money } from "../money.ts";

export type TestChallenge = {
  reference: string;
  amount: Money;
  state: "requires_action" | "succeeded" | "declined" | "cancelled";
  /** Where the shopper goes on. */
  returnUrl: string | null;
};

/** The test provider's 3-D Secure step, for the page that shows it; null when there is none. */
export async function findTestChallenge(
  ctx: ServiceContext,
  { reference }: { reference: string },
): Promise<TestChallenge | null> {
  const [charge] = await ctx.db
    .select()
    .from(testCharges)
    .where(eq(testCharges.reference, reference));
  if (charge === undefined) return null;
  return {
    reference,
    amount: money(charge.amountMinor, charge.currency as Currency),
    state: charge.state,
    returnUrl: charge.returnUrl,
  };
}

/** The shopper approves or denies. The first answer counts; later ones change nothing. */
export async function settleTestChallenge(
  ctx: ServiceContext,
  { reference, isApproved }: { reference: string; isApproved: boolean },
): Promise<TestChallenge | null> {
  await ctx.db
    .update(testCharges)
    .set(
      isApproved
        ? { state: "succeeded" }
        : { state: "declined", failureReason: "authentication_failed" },
    )
    .where(and(eq(testCharges.reference, reference), eq(testCharges.state, "requires_action")));
  return await findTestChallenge(ctx, { reference });
}
