import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import { accountWords } from "#features/account/account-words.ts";

/** Of a form that asks for the present password. */
export function passwordWords(problem: PublicError): { password: string } | string | undefined {
  return problem.reason === "auth.credentials_invalid"
    ? { password: "This is not your password." }
    : accountWords(problem);
}
