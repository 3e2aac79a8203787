import { DomainError } from "../../kernel/errors.ts";
import type { Cart } from "../contract.ts";
import type { Outcome } from "../rules/intent.ts";

export function cartNotFound(cartId: string): DomainError {
  return new DomainError("not_found", "cart.not_found", {
    message: "There is no such cart, or it has ended.",
    details: { cartId },
  });
}

export function noCart(): DomainError {
  return new DomainError("not_found", "cart.none", {
    message: "You have no cart. Make one.",
  });
}

export function cartNotActive(cartId: string): DomainError {
  return new DomainError("conflict", "cart.not_active", {
    message: "This cart has become an order, or part of another cart. Go on with that one.",
    details: { cartId },
  });
}

export function sameCart(cartId: string): DomainError {
  return new DomainError("invalid", "cart.same_cart", {
    message: "A cart can't be merged into itself.",
    details: { cartId },
    errors: [{ pointer: "/fromCartId", message: "is the cart itself" }],
  });
}

/** Carries the newest cart, so that the caller can decide anew without asking. */
export function versionMismatch(expected: number, current: Cart): DomainError {
  return new DomainError("precondition_failed", "cart.version_mismatch", {
    message: "The cart has changed since it was read.",
    details: { expected, actual: current.version },
    current,
  });
}

export function countryNotServed(country: string): DomainError {
  return new DomainError("invalid", "cart.country_not_served", {
    message: "The region does not ship to this country.",
    details: { country },
    errors: [{ pointer: "/country", message: "is not served by the region" }],
  });
}

const kindByReason = {
  "cart.variant_not_found": "not_found",
  "cart.out_of_stock": "conflict",
  "cart.pass_required": "conflict",
} as const;

const messageByReason: Record<string, string> = {
  "cart.variant_not_found": "There is no such product variant.",
  "cart.not_sold_here": "This is not sold in the cart's region.",
  "cart.out_of_stock": "There is not that much left.",
  "cart.pass_required": "This is sold through a line: take a place there.",
  "cart.too_many_lines": "The cart is full.",
};

/** An outcome that an exact write can't accept, as the refusal that it is. */
export function refusedLine(outcome: Outcome): DomainError {
  const reason = outcome.reason ?? "cart.out_of_stock";
  return new DomainError(kindByReason[reason as keyof typeof kindByReason] ?? "invalid", reason, {
    message: messageByReason[reason] ?? "The line can't be set like this.",
    ...(outcome.details && { details: outcome.details }),
  });
}
