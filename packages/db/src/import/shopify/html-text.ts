/** A product's HTML as plain text: paragraphs apart by an empty line. Nothing of the markup survives. */
export function htmlToText(html: string): string {
  if (!/[<&]/.test(html)) return tidy(html);
  const text = html
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, "")
    .replaceAll(/<(script|style|template|iframe|object|svg|head)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/<br\s*\/?>/gi, "\n")
    .replaceAll(/<li\b[^<>]*>/gi, "\n• ")
    .replaceAll(/<\/?(?:p|div|h[1-6]|ul|ol|table|section|article|blockquote|hr)\b[^<>]*>/gi, "\n\n")
    .replaceAll(/<\/?tr\b[^<>]*>/gi, "\n")
    .replaceAll(/<\/t[dh]\s*>/gi, " ")
    // Anything else that looks like a tag, also one that never ends.
    .replaceAll(/<\/?[a-z!?][^>]*(?:>|$)/gi, "");
  return tidy(decodeEntities(text));
}

function tidy(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.replaceAll(/[^\S\n]+/g, " ").trim())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  bull: "•",
  middot: "·",
  copy: "©",
  reg: "®",
  trade: "™",
  deg: "°",
  times: "×",
  frac12: "½",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  uuml: "ü",
  ouml: "ö",
  auml: "ä",
  szlig: "ß",
  euro: "€",
  pound: "£",
};

function decodeEntities(text: string): string {
  return text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+\d*));/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return named[String(name)] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
      const isCharacter = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : " ";
    },
  );
}
