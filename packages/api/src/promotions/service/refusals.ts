import { DomainError } from "../../kernel/errors.ts";
import type { CreatePromotion, Promotion } from "../contract.ts";

export function promotionNotFound(promotionId: string): DomainError {
  return new DomainError("not_found", "promotions.not_found", {
    message: "There is no such promotion.",
    details: { promotionId },
  });
}

export function versionMismatch(expected: number, current: Promotion): DomainError {
  return new DomainError("precondition_failed", "promotions.version_mismatch", {
    message: "The promotion has changed since it was read.",
    details: { expected, actual: current.version },
    current,
  });
}

type Limited = {
  code?: string | null | undefined;
  useLimit?: number | null | undefined;
  useLimitPerEmail?: number | null | undefined;
};

/**
 * What applies by itself has no uses to count.
 * @throws invalid `promotions.code_required`
 */
export function requireCode({ code, useLimit, useLimitPerEmail }: Limited): void {
  if (typeof code === "string" || (useLimit ?? useLimitPerEmail ?? null) === null) return;
  throw new DomainError("invalid", "promotions.code_required", {
    message: "Only a code can have a use limit.",
    errors: [{ pointer: "/code", message: "is needed for a use limit" }],
  });
}

/** @throws invalid `promotions.currencies_differ` */
export function requireOneCurrency({ discount, minimumSubtotal }: CreatePromotion): void {
  if (discount.type !== "amount" || minimumSubtotal === undefined) return;
  if (discount.amount.currency === minimumSubtotal.currency) return;
  throw new DomainError("invalid", "promotions.currencies_differ", {
    message: "The amount and the minimum must be of one currency.",
    errors: [{ pointer: "/minimumSubtotal/currency", message: "is not the amount's" }],
  });
}

/** @throws invalid `promotions.ends_before_start` */
export function requireInOrder(startsAt: string, endsAt: string | null): void {
  if (endsAt === null || Date.parse(endsAt) > Date.parse(startsAt)) return;
  throw new DomainError("invalid", "promotions.ends_before_start", {
    message: "It would end before it starts.",
    errors: [{ pointer: "/endsAt", message: "is not after startsAt" }],
  });
}
