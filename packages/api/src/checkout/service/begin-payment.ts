import { checkouts, paymentAttempts } from "@meridian/db/schema.ts";
import { eq, sql } from "drizzle-orm";
import { getRegion } from "../../catalog/service/regions.ts";
import { extendHolds } from "../../inventory/service/hold-end.ts";
import { DomainError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { settingsOf } from "../../kernel/settings.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { takeUses } from "../../promotions/service/uses.ts";
import type { CompleteCheckout } from "../contract.ts";
import { destinationOf, missingFields } from "../rules.ts";
import { quoteCheckout } from "./quote.ts";
import { closedError, isPast, lockCheckout, type AttemptRow, type LoadedCheckout } from "./rows.ts";

/** What a request to pay finds. */
export type Beginning =
  /** An attempt of its own: charge it. */
  | { type: "charge"; attempt: AttemptRow }
  /** An attempt with the same token whose outcome is not known here: ask the provider. */
  | { type: "resume"; attempt: AttemptRow }
  /** A challenge that the shopper turned away from to pay otherwise: end it first. */
  | { type: "replace"; attempt: AttemptRow }
  /** Another request is talking to the provider right now. */
  | { type: "busy" }
  | { type: "placed"; orderId: string };

/**
 * First step of paying: moves the checkout to `paying` with an attempt that says what is paid for,
 * and keeps the stock until the attempt must be over. The hold's visible end stays: a declined
 * card gives the shopper no more time than there was.
 * @throws not_found `checkout.not_found`; conflict `checkout.expired`, `checkout.not_open`
 * @throws invalid `checkout.incomplete` {missing}; conflict `promotions.used_up` {code, limit}: without that code it can be paid
 */
export async function beginPayment(
  tx: TransactionContext,
  input: CompleteCheckout,
): Promise<Beginning> {
  const loaded = await lockCheckout(tx, input.checkoutId);
  const { row, attempt } = loaded;
  if (row.orderId !== null) return { type: "placed", orderId: row.orderId };
  if (row.state === "paying" && attempt !== null)
    return continuePayment(tx, loaded, attempt, input.payment.token);
  if (row.state !== "open" || isPast(loaded)) throw closedError(loaded);
  const missing = missingFields(row);
  if (missing.length > 0) throw incomplete(missing);
  await keepStock(tx, loaded);
  await takeUses(tx, row);
  await tx.db
    .update(checkouts)
    .set({
      state: "paying",
      version: sql`${checkouts.version} + 1`,
      updatedAt: sql`clock_timestamp()`,
    })
    .where(eq(checkouts.id, row.id));
  return { type: "charge", attempt: await writeAttempt(tx, loaded, input) };
}

function continuePayment(
  tx: TransactionContext,
  { now }: LoadedCheckout,
  attempt: AttemptRow,
  token: string,
): Beginning {
  if (attempt.state === "requires_action")
    return { type: attempt.token === token ? "resume" : "replace", attempt };
  // A runner has the provider's timeout to come back; after that it is dead or has given up.
  const age = Date.parse(now) - Date.parse(attempt.createdAt);
  return age > settingsOf(tx).paymentTimeoutMs ? { type: "resume", attempt } : { type: "busy" };
}

/** How long stock outlives its visible end for an attempt whose answer is on its way: the calls of one attempt, and a recovery. */
async function keepStock(tx: TransactionContext, loaded: LoadedCheckout): Promise<void> {
  const seconds = (settingsOf(tx).paymentTimeoutMs / 1000) * 3 + 60;
  const open = await extendHolds(tx, { ownerId: loaded.row.id, seconds });
  const needed = loaded.lines.filter((line) => line.holdId !== null).length;
  if (open < needed) throw closedError({ ...loaded, row: { ...loaded.row, state: "expired" } });
}

async function writeAttempt(
  tx: TransactionContext,
  loaded: LoadedCheckout,
  { payment }: CompleteCheckout,
): Promise<AttemptRow> {
  const { row, lines } = loaded;
  const region = await getRegion(tx, row.regionId, row.language);
  const quote = quoteCheckout({
    lines,
    region,
    destination: destinationOf(row.shippingAddress, loaded.estimate, region),
    shippingOptionId: row.shippingOptionId,
    promotions: row.promotions,
  });
  const [attempt] = await tx.db
    .insert(paymentAttempts)
    .values({
      id: newId("pay"),
      checkoutId: row.id,
      provider: payment.provider,
      token: payment.token,
      amountMinor: quote.totalMinor,
      currency: row.currency,
      quote,
      createdAt: sql`clock_timestamp()`,
    })
    .returning();
  if (attempt === undefined) throw new Error("the payment attempt was not written");
  return attempt;
}

function incomplete(missing: ReturnType<typeof missingFields>): DomainError {
  return new DomainError("invalid", "checkout.incomplete", {
    message: "Something is still missing before this can be paid.",
    details: { missing },
    errors: missing.map((field) => ({ pointer: `/${field}`, message: "is missing" })),
  });
}
