/** Cells -> values, exactly. Each returns the value, or what is wrong with the cell. */
export type Parsed<T> = { value: T } | { reason: string };

/** Far more than anything costs, far less than where integers stop being exact. */
const maxMinor = 1_000_000_000_000n;
const maxInteger = 1_000_000_000;

/** A decimal such as `19.99` in minor units, by its digits: no floating point touches money. */
export function parseMoney(cell: string, digits: number): Parsed<number> {
  const match = /^(\d{1,15})(?:\.(\d{0,15}))?$/.exec(cell);
  if (!match) return { reason: `"${shorten(cell)}" is not an amount such as 19.99` };
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  if (fraction.length > digits) {
    return { reason: `"${cell}" is finer than the currency's smallest unit (${digits} digits)` };
  }
  const minor = BigInt((match[1] ?? "") + fraction.padEnd(digits, "0"));
  if (minor > maxMinor) return { reason: `"${cell}" is beyond any price` };
  return { value: Number(minor) };
}

/** A whole number; `200.0`, as spreadsheets write it, is one too. */
export function parseInteger(cell: string, min = 0): Parsed<number> {
  if (!/^-?\d{1,15}(\.0*)?$/.test(cell))
    return { reason: `"${shorten(cell)}" is not a whole number` };
  const value = Number.parseInt(cell, 10);
  if (value < min || value > maxInteger) return { reason: `${cell} is out of range` };
  return { value };
}

export function parseBoolean(cell: string, whenEmpty: boolean): Parsed<boolean> {
  const folded = cell.toLowerCase();
  if (folded === "") return { value: whenEmpty };
  if (folded === "true" || folded === "false") return { value: folded === "true" };
  return { reason: `"${shorten(cell)}" is neither true nor false` };
}

/** An http(s) address; one without a scheme (`//cdn...`) becomes https. */
export function parseImageUrl(cell: string): Parsed<string> {
  const url = cell.startsWith("//") ? `https:${cell}` : cell;
  const isUrl = url.length <= 2048 && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  return isUrl ? { value: url } : { reason: `"${shorten(cell)}" is not an http(s) address` };
}

/** Spreadsheets put an apostrophe before a code, so that its zeros stay: it is not part of the code. */
export function parseCode(cell: string): string | null {
  const code = cell.replace(/^'/, "").trim();
  return code === "" ? null : code;
}

/** For handles of categories: `Home & Garden` -> `home-garden`. */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{Nd}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
}

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
