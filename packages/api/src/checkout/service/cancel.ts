import type { RootContext, ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { settingsOf } from "../../kernel/settings.ts";
import { inTransaction, requirePool, type TransactionContext } from "../../kernel/transaction.ts";
import type { GetCheckout } from "../contract.ts";
import { askToEnd } from "./ask-provider.ts";
import { releaseCheckout } from "./close.ts";
import { closedError, lockCheckout, type AttemptRow } from "./rows.ts";

/**
 * Gives the stock back. A challenge that is waiting for the shopper is ended at the provider first,
 * so that it can't be paid afterwards. Cancelling what is over already changes nothing.
 * @throws not_found `checkout.not_found`; conflict `checkout.not_open` once it is paid, or being paid
 */
export async function cancelCheckout(ctx: ServiceContext, input: GetCheckout): Promise<void> {
  const root = requirePool(ctx);
  const waiting = await inTransaction(root, (tx) => cancelOrFindAttempt(tx, input));
  if (waiting === null) return;
  await endAttempt(root, waiting);
  const left = await inTransaction(root, (tx) => cancelOrFindAttempt(tx, input));
  if (left !== null) throw notOpen("paying");
}

/** The attempt that has to be ended first; null when the checkout is cancelled. */
async function cancelOrFindAttempt(
  tx: TransactionContext,
  { checkoutId }: GetCheckout,
): Promise<AttemptRow | null> {
  const loaded = await lockCheckout(tx, checkoutId);
  const { row, attempt, now } = loaded;
  if (row.state === "cancelled" || row.state === "expired") return null;
  if (row.state === "completed") throw closedError(loaded);
  if (row.state === "paying" && attempt !== null) {
    const age = Date.parse(now) - Date.parse(attempt.createdAt);
    const isAsking = attempt.state === "pending" && age <= settingsOf(tx).paymentTimeoutMs;
    if (isAsking) throw closedError(loaded);
    return attempt;
  }
  await releaseCheckout(tx, loaded, "cancelled");
  return null;
}

async function endAttempt(root: RootContext, attempt: AttemptRow): Promise<void> {
  const answer = await askToEnd(root, attempt);
  if (answer === "again") return;
  throw notOpen("lines" in answer ? "completed" : "paying");
}

function notOpen(state: "paying" | "completed"): DomainError {
  return new DomainError("conflict", "checkout.not_open", {
    message: state === "paying" ? "This checkout is being paid." : "This checkout is paid.",
    details: { state },
  });
}
