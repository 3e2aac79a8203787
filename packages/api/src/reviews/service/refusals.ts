import { DomainError } from "../../kernel/errors.ts";
import type { Contribution } from "../contract/contributions.ts";

export function notFound(contributionId: string): DomainError {
  return new DomainError("not_found", "reviews.not_found", {
    message: "There is nothing like that here.",
    details: { contributionId },
  });
}

export function noProduct(handle: string): DomainError {
  return new DomainError("not_found", "catalog.product_not_found", {
    message: "There is no such product.",
    details: { handle },
  });
}

export function alreadyWritten(contributionId: string): DomainError {
  return new DomainError("conflict", "reviews.already_written", {
    message: "You have written about this product. What you wrote can be changed.",
    details: { contributionId },
  });
}

export function tooManyPending(max: number): DomainError {
  return new DomainError("conflict", "reviews.too_many_pending", {
    message: "Much of what you wrote is still to be read. Come back when it is.",
    details: { max },
  });
}

export function ownOne(contributionId: string): DomainError {
  return new DomainError("conflict", "reviews.own", {
    message: "This is your own.",
    details: { contributionId },
  });
}

export function notAReview(contributionId: string): DomainError {
  return new DomainError("invalid", "reviews.not_a_review", {
    message: "Only a review has stars and a title.",
    details: { contributionId },
  });
}

export function versionMismatch(expected: number, current: Contribution): DomainError {
  return new DomainError("precondition_failed", "reviews.version_mismatch", {
    message: "It has changed since it was read.",
    details: { expected, actual: current.version },
    current,
  });
}
