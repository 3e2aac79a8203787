/**
 * The built-in provider for development and tests. It keeps its own books (`test_charge`,
 * `test_refund`) as a system apart would: it is given the pool, so its writes never share a
 * transaction with ours, and a crash between them leaves just what a real provider would leave.
 */
import type { Database } from "@meridian/db/client.ts";
import { testCharges, testRefunds } from "@meridian/db/schema.ts";
import { and, eq } from "drizzle-orm";
import { ulid } from "ulid";
import { DomainError } from "../errors.ts";
import {
  ProviderUnavailable,
  type AttemptQuery,
  type ChargeRequest,
  type PaymentProvider,
  type PaymentStatus,
  type RefundOutcome,
  type RefundRequest,
} from "./provider.ts";

type Charge = typeof testCharges.$inferSelect;
type Books = Pick<Charge, "state" | "failureReason">;

/** What each test card does to the books. */
const cards = new Map<string, Books>([
  ["tok_success", { state: "succeeded", failureReason: null }],
  ["tok_decline", { state: "declined", failureReason: "card_declined" }],
  ["tok_decline_insufficient_funds", { state: "declined", failureReason: "insufficient_funds" }],
  ["tok_challenge", { state: "requires_action", failureReason: null }],
  // Charges, but the answer never arrives.
  ["tok_timeout", { state: "succeeded", failureReason: null }],
]);

export function createTestProvider(db: Database, publicApiUrl: string): PaymentProvider {
  const statusOf = async ({ attemptId }: AttemptQuery): Promise<PaymentStatus> =>
    asStatus(await findCharge(db, attemptId), publicApiUrl);
  return {
    name: "test",
    status: statusOf,
    async charge(request) {
      await charge(db, request);
      const status = await statusOf(request);
      if (status.state === "unknown" || status.state === "cancelled")
        return { state: "declined", failureReason: "attempt_cancelled" };
      return status;
    },
    async cancel(query) {
      await cancel(db, query);
      const status = await statusOf(query);
      if (status.state === "succeeded" || status.state === "declined") return status;
      return { state: "cancelled" };
    },
    refund: (request) => refund(db, request),
  };
}

async function charge(db: Database, request: ChargeRequest): Promise<void> {
  const { token, attemptId, amountMinor, currency, returnUrl = null } = request;
  if (token === "tok_error") throw new ProviderUnavailable("test");
  const books = cards.get(token);
  if (books === undefined) throw unknownToken();
  const isNew = await insertCharge(db, attemptId, { ...books, amountMinor, currency, returnUrl });
  if (isNew && token === "tok_timeout") await aborted(request.signal);
}

async function cancel(db: Database, { attemptId }: AttemptQuery): Promise<void> {
  // The row is the tombstone: a charge that arrives later finds it, and is refused.
  await insertCharge(db, attemptId, { state: "cancelled", amountMinor: 0, currency: "" });
  await db
    .update(testCharges)
    .set({ state: "cancelled" })
    .where(
      and(eq(testCharges.idempotencyKey, attemptId), eq(testCharges.state, "requires_action")),
    );
}

/** Of a charge no more goes back than was taken, whoever asks: refunds can be made at a provider's own desk as well. */
async function refund(db: Database, request: RefundRequest): Promise<RefundOutcome> {
  const { refundId, attemptId, amountMinor } = request;
  return await db.transaction(async (tx) => {
    const ofCharge = eq(testCharges.idempotencyKey, attemptId);
    const [charge] = await tx.select().from(testCharges).where(ofCharge).for("update");
    const given = await tx.select().from(testRefunds).where(eq(testRefunds.chargeKey, attemptId));
    if (given.some(({ idempotencyKey }) => idempotencyKey === refundId))
      return { state: "succeeded" };
    if (charge?.state !== "succeeded") return { state: "refused", failureReason: "not_charged" };
    const left = given.reduce((sum, one) => sum - one.amountMinor, charge.amountMinor);
    if (amountMinor > left) return { state: "refused", failureReason: "more_than_is_left" };
    await tx
      .insert(testRefunds)
      .values({ idempotencyKey: refundId, chargeKey: attemptId, amountMinor });
    return { state: "succeeded" };
  });
}

async function findCharge(db: Database, attemptId: string): Promise<Charge | undefined> {
  const [found] = await db
    .select()
    .from(testCharges)
    .where(eq(testCharges.idempotencyKey, attemptId));
  return found;
}

/** False when the attempt is in the books already. */
async function insertCharge(
  db: Database,
  attemptId: string,
  entry: Pick<Charge, "state" | "amountMinor" | "currency"> & Partial<Charge>,
): Promise<boolean> {
  const made = await db
    .insert(testCharges)
    .values({ idempotencyKey: attemptId, reference: `tch_${ulid().toLowerCase()}`, ...entry })
    .onConflictDoNothing()
    .returning({ reference: testCharges.reference });
  return made.length > 0;
}

function asStatus(charge: Charge | undefined, publicApiUrl: string): PaymentStatus {
  if (charge === undefined) return { state: "unknown" };
  switch (charge.state) {
    case "succeeded":
    case "cancelled":
      return { state: charge.state };
    case "declined":
      return { state: "declined", failureReason: charge.failureReason ?? "card_declined" };
    case "requires_action":
      return {
        state: "requires_action",
        url: `${publicApiUrl}/test-provider/challenge/${charge.reference}`,
      };
  }
}

function unknownToken(): DomainError {
  return new DomainError("invalid", "payment.token_unknown", {
    message: "The payment token is not one that the provider gave out.",
    errors: [{ pointer: "/payment/token", message: "is not a token of this provider" }],
  });
}

/** Never resolves: the answer is lost. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}
