import { DomainError } from "../../kernel/errors.ts";
import type { SurveyChoice } from "../contract.ts";

export function notFound(message = "There is no survey at this link."): DomainError {
  return new DomainError("not_found", "feedback.not_found", { message });
}

export function expired(expiresAt: string): DomainError {
  return new DomainError("gone", "feedback.expired", {
    message: "This survey is over.",
    details: { expiresAt },
  });
}

export function alreadyAnswered(answeredAt: string): DomainError {
  return new DomainError("conflict", "feedback.already_answered", {
    message: "This survey was answered already.",
    details: { answeredAt },
  });
}

export function wrongChoice(choices: readonly SurveyChoice[]): DomainError {
  return new DomainError("invalid", "feedback.wrong_choice", {
    message: "This survey does not offer that choice.",
    details: { choices },
    errors: [{ pointer: "/choice", message: `must be one of ${choices.join(", ")}` }],
  });
}
