import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { characters } from "./characters.ts";

test.each(["en", "de"])(
  "every character of what the shop says in %s is in its fonts",
  (language) => {
    const messages = readFileSync(
      new URL(`../../../messages/${language}.json`, import.meta.url),
      "utf8",
    );
    const missing = [...messages].filter((one) => one !== "\n" && !characters.includes(one));
    expect([...new Set(missing)]).toEqual([]);
  },
);
