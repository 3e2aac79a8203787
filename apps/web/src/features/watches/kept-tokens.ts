/** Watches that this browser confirmed, by variant: what ends them again without a mail. */
import { deviceStorage } from "#browser/storage.ts";

const key = "meridian.watches";

type Tokens = Record<string, string>;

function read(): Tokens {
  const kept = deviceStorage.readJson(key);
  return typeof kept === "object" && kept !== null ? (kept as Tokens) : {};
}

function write(tokens: Tokens): void {
  deviceStorage.write(key, JSON.stringify(tokens));
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
