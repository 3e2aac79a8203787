import { DomainError } from "../../kernel/errors.ts";

export function inStock(variantId: string): DomainError {
  return new DomainError("conflict", "watches.in_stock", {
    message: "It can be bought: there is nothing to wait for.",
    details: { variantId },
  });
}

export function tooMany(max: number): DomainError {
  return new DomainError("conflict", "watches.too_many", {
    message:
      "This address waits for much already. End something first, or confirm what it was asked.",
    details: { max },
  });
}

export function notFound(variantId: string): DomainError {
  return new DomainError("not_found", "watches.not_found", {
    message: "You do not wait for this.",
    details: { variantId },
  });
}

export function linkInvalid(): DomainError {
  return new DomainError("invalid", "watches.link_invalid", {
    message: "This link was used already, or is too old.",
  });
}
