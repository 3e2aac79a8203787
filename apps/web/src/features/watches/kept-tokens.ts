/** Watches that this browser confirmed, by variant: what ends them again without a mail. */
const key = "meridian.watches";

type Tokens = Record<string, string>;

function read(): Tokens {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Tokens) : {};
  } catch {
    return {};
  }
}

function write(tokens: Tokens): void {
  try {
    localStorage.setItem(key, JSON.stringify(tokens));
  } catch {
    // Full, or not to be had: the link in the mail does the same.
  }
}

export function keptToken(variantId: string): string | undefined {
  return read()[variantId];
}

export function keepToken(variantId: string, token: string): void {
  write({ ...read(), [variantId]: token });
}

export function forgetToken(variantId: string): void {
  const { [variantId]: _, ...others } = read();
  write(others);
}
