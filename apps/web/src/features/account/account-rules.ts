/** What is wrong with what somebody types about themselves; undefined: nothing. Pure. */
import { isOwnPage } from "#browser/own-page.ts";
import type { Words } from "#i18n/app-config.ts";

const looksLikeMail = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const shortest = 10;
const longest = 128;

export function emailProblem(email: string, t: Words<"rules">): string | undefined {
  if (email.trim() === "") return t("email");
  return looksLikeMail.test(email.trim()) ? undefined : t("noEmail");
}

export function nameProblem(name: string, t: Words<"rules">): string | undefined {
  return name.trim() === "" ? t("name") : undefined;
}

/** Length counts, not kinds of characters (NIST SP 800-63B). */
export function newPasswordProblem(password: string, t: Words<"rules">): string | undefined {
  if (password === "") return t("newPassword");
  if (password.length < shortest) return t("shortPassword", { shortest, length: password.length });
  return password.length > longest ? t("longPassword", { longest }) : undefined;
}

export const newPasswordHint = (t: Words<"rules">) => t("passwordHint", { shortest });

/** Where to go on after signing in: only ever a page of this shop. */
export function nextPage(search: string): string {
  const next = new URLSearchParams(search).get("next") ?? "";
  return isOwnPage(next) ? next : "/account";
}
