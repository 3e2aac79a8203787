import { expect, test } from "vitest";
import { readAcceptLanguage } from "./accept-language.ts";

test.each([
  ["de-AT,de;q=0.9,en;q=0.8", "de", "eu"],
  ["ja", "ja", undefined],
  ["ja-JP,en-US;q=0.7", "ja", "jp"],
  ["en-GB,en;q=0.9", "en", "uk"],
  // Spoken, but not by the shop; the place is served all the same.
  ["fr-FR,fr;q=0.9", "en", "eu"],
  ["pt-BR,de;q=0.5", "de", undefined],
  ["en;q=0.2,ja;q=0.9", "ja", undefined],
  // As browsers come, wherever they are.
  ["en-US,en;q=0.9", "en", undefined],
  ["de-DE-,*;q=0.1", "de", undefined],
  ["", "en", undefined],
  [null, "en", undefined],
])("%s is %s in %s", (header, language, region) => {
  expect(readAcceptLanguage(header)).toEqual({ language, region });
});
