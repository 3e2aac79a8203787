/** Asks for a checkout to be paid, until there is a last word. */
import type { CompletionResult } from "@meridian/api/checkout/contract.ts";
import type { Order } from "@meridian/api/orders/contract.ts";
import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import type { AppRouter } from "@meridian/api/root.ts";
import type { TRPCClient } from "@trpc/client";
import { problemOf } from "#api/problem.ts";
import type { Attempt } from "#features/checkout/payment-attempts.ts";

/** `unknown`: no answer came, or none that is one. The same attempt can be asked about again. */
export type Completion =
  | { type: "placed"; order: Order }
  | { type: "action"; url: string }
  | { type: "refused"; problem: PublicError }
  | { type: "unknown" };

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Whether the attempt is over: what is tried next is another one. */
function isLastWord({ status, reason }: PublicError): boolean {
  if (reason === "payment.unavailable") return true;
  return status < 500 && status !== 429 && reason !== "idempotency.in_progress";
}

/** However often it is called with one attempt, money moves once: its key goes along. */
export async function completeCheckout(
  client: TRPCClient<AppRouter>,
  { checkoutId, provider, token, returnUrl, key }: Attempt,
  onProcessing: () => void,
): Promise<Completion> {
  try {
    for (;;) {
      const result: CompletionResult = await client.checkout.complete.mutate({
        checkoutId,
        payment: { provider, token, returnUrl },
        idempotencyKey: key,
      });
      if ("lines" in result) return { type: "placed", order: result };
      if (result.state === "requires_action") return { type: "action", url: result.action.url };
      onProcessing();
      await pause(result.retryAfterSeconds);
    }
  } catch (error) {
    const problem = problemOf(error);
    return problem && isLastWord(problem) ? { type: "refused", problem } : { type: "unknown" };
  }
}
