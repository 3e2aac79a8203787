/** What is wrong with what somebody types about themselves; undefined: nothing. Pure. */

const looksLikeMail = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const shortest = 10;
const longest = 128;

export function emailProblem(email: string): string | undefined {
  if (email.trim() === "") return "Enter your e-mail address.";
  return looksLikeMail.test(email.trim())
    ? undefined
    : "That is not an e-mail address, such as ana@example.com.";
}

export function nameProblem(name: string): string | undefined {
  return name.trim() === "" ? "Tell us what to call you." : undefined;
}

/** Length counts, not kinds of characters (NIST SP 800-63B). */
export function newPasswordProblem(password: string): string | undefined {
  if (password === "") return "Choose a password.";
  if (password.length < shortest)
    return `A password has at least ${shortest} characters; this one has ${password.length}.`;
  return password.length > longest ? `At most ${longest} characters fit.` : undefined;
}

export const newPasswordHint = `At least ${shortest} characters. A sentence is fine.`;

/** Where to go on after signing in: only ever a page of this shop. */
export function nextPage(search: string): string {
  const next = new URLSearchParams(search).get("next") ?? "";
  return /^\/(?![/\\])/.test(next) ? next : "/account";
}

/** Without entries for what is right. */
export function errorsOf<K extends string>(
  found: Record<K, string | undefined>,
): Partial<Record<K, string>> {
  const wrong = Object.entries(found).filter(([, message]) => message !== undefined);
  return Object.fromEntries(wrong) as Partial<Record<K, string>>;
}
