import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import de from "../../messages/de.json";
import en from "../../messages/en.json";
import ja from "../../messages/ja.json";

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ""): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[prefix + key, value] as const]
      : [...flat(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

/** What a message is filled in with: arguments and tags, by name. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  const visit = (parts: readonly MessageFormatElement[]) => {
    for (const part of parts) {
      if (part.type === TYPE.literal || part.type === TYPE.pound) continue;
      names.add(part.value);
      if ("options" in part) for (const { value } of Object.values(part.options)) visit(value);
      if ("children" in part) visit(part.children);
    }
  };
  visit(parse(message));
  return [...names].toSorted();
}

const english = flat(en);

describe.each([
  ["de", flat(de)],
  ["ja", flat(ja)],
])("%s", (_language, messages) => {
  test("says what English says, and nothing else", () => {
    expect([...messages.keys()]).toEqual([...english.keys()]);
  });

  test("is filled in with the same", () => {
    const differing = [...english].filter(
      ([key, message]) =>
        argumentsOf(message).join() !== argumentsOf(messages.get(key) ?? "").join(),
    );
    expect(differing).toEqual([]);
  });

  test("is nowhere silent", () => {
    expect([...messages].filter(([, message]) => message.trim() === "")).toEqual([]);
  });
});
