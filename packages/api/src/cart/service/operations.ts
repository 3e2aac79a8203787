/** The mergeable door: intents without a precondition, idempotent by (device, seq). */
import type { ServiceContext } from "../../kernel/context.ts";
import type {
  ApplyOperations,
  CartOperation,
  OperationOutcome,
  OperationsResult,
} from "../contract.ts";
import { changeCart } from "./change.ts";
import type { Refusal } from "./rows.ts";

/**
 * Applies operations in their order. Adds from many devices at once all count. What can't be done as
 * asked is adjusted or refused, each with its reason, and does not stop the rest. The version rises
 * once when something changed.
 * @throws not_found `cart.not_found`, conflict `cart.not_active` {cartId}
 */
export async function applyOperations(
  ctx: ServiceContext,
  { cartId, device, operations }: ApplyOperations,
): Promise<OperationsResult> {
  const { cart, loaded, plan } = await changeCart(ctx, { cartId, device, operations });
  const outcomes = inOrder(operations, plan.outcomes, loaded.answered);
  return { cart, version: cart.version, outcomes };
}

/** One outcome per operation sent. What was answered before hears the same again; what was done is a duplicate. */
function inOrder(
  operations: readonly CartOperation[],
  outcomes: readonly OperationOutcome[],
  answered: ReadonlyMap<number, Refusal>,
): OperationOutcome[] {
  const fresh = new Map(outcomes.map((outcome) => [outcome.seq, outcome]));
  return operations.map(({ seq }) => {
    const outcome = fresh.get(seq);
    if (outcome) {
      fresh.delete(seq);
      return outcome;
    }
    const refusal = answered.get(seq);
    if (!refusal) return { seq, status: "duplicate" };
    const { status, reason, details } = refusal;
    return { seq, status: status === "refused" ? status : "duplicate", reason, details };
  });
}
