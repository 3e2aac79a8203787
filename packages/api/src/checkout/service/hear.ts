import { paymentAttempts } from "@meridian/db/schema.ts";
import { and, eq } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { requirePool } from "../../kernel/transaction.ts";
import { settleIfDecided } from "./ask-provider.ts";

/**
 * A provider said that something became of an attempt. It is asked what, since notices come late, twice and out of order; what is
 * still under way stays so. An attempt that is not known here is another shop's.
 */
export async function hearOfPayment(
  ctx: ServiceContext,
  { provider, attemptId }: { provider: string; attemptId: string },
): Promise<void> {
  const root = requirePool(ctx);
  const [attempt] = await root.db
    .select()
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.id, attemptId), eq(paymentAttempts.provider, provider)));
  if (attempt === undefined) return;
  try {
    await settleIfDecided(root, attempt);
  } catch (error) {
    // Declined, or sold out and refunded: that is settled, and whom it concerns learns it when they ask.
    if (!(error instanceof DomainError) || error.kind === "unavailable") throw error;
  }
}
