import fc from "fast-check";
import type { z } from "zod";

type Schema = z.core.JSONSchema.BaseSchema;

/** What people type to break things, and what breaks things by itself. */
export const hostileTexts = [
  "'; drop table cart; --",
  "' or 1=1 --",
  '"><script>alert(1)</script>',
  "<img src=x onerror=alert(1)>",
  "{{7*7}}${7*7}",
  "../../../../etc/passwd",
  "%00%ff%zz",
  "\0",
  "a\0b",
  "\ud800",
  "\u202etxt\u200b\ufeff",
  "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 ١٢٣ ß ﷽ e\u0301",
  "\\",
  "null",
  "NaN",
  "-1",
  "1e309",
  "2026-02-30T25:61:61Z",
  "",
  " ",
  "x".repeat(6_000),
] as const;

const hostileNumbers = [
  -1,
  0,
  0.5,
  1,
  999,
  1000,
  2_147_483_647,
  2_147_483_648,
  -2_147_483_649,
  Number.MAX_SAFE_INTEGER,
  1e300,
  -0,
];

const anything = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.constantFrom(...hostileNumbers),
  fc.constantFrom(
    null,
    true,
    false,
    [],
    {},
    [[]],
    JSON.parse('{"__proto__":{"isAdmin":true}}') as object,
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/**
 * Values for a schema: mostly of the right shape, with hostile ones in every place. `known` are ids of
 * things that exist, so that the input gets past the first look-up.
 */
export function valuesOf(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: fitting(schema, known) },
    { weight: 1, arbitrary: anything },
  );
}

function fitting(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  const inner = (of: unknown) => valuesOf(of as Schema, known);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(inner));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "object":
      return members(schema, known);
    case "array":
      return fc.array(inner(schema.items), { maxLength: 4 });
    case "integer":
    case "number":
      return fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom(...hostileNumbers));
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return texts(schema, known);
  }
}

function members(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  const required = schema.required ?? [];
  const shape = Object.entries(schema.properties ?? {}).map(
    ([name, of]) =>
      [
        name,
        required.includes(name)
          ? valuesOf(of as Schema, known)
          : fc.option(valuesOf(of as Schema, known), { nil: undefined }),
      ] as const,
  );
  const extra = fc.option(
    fc.dictionary(fc.constantFrom(...hostileTexts), anything, { maxKeys: 1 }),
    {
      freq: 8,
      nil: {},
    },
  );
  return fc
    .tuple(fc.record(Object.fromEntries(shape)), extra)
    .map(([fields, more]) => ({ ...fields, ...more }));
}

/** Keyset positions as a list encodes them, of the wrong things. */
const cursors = fc
  .array(fc.oneof(fc.constantFrom(...hostileTexts), fc.constantFrom(...hostileNumbers)), {
    minLength: 1,
    maxLength: 3,
  })
  .map((position) => Buffer.from(JSON.stringify(position)).toString("base64url"));

function texts(schema: Schema, known: readonly string[]): fc.Arbitrary<string> {
  const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, "u");
  const fits = known.filter((id) => pattern?.test(id));
  const hostile = fc.oneof(
    fc.constantFrom(...hostileTexts),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  const right =
    fits.length > 0
      ? fc.constantFrom(...fits)
      : pattern === undefined || pattern.source.includes("(?")
        ? fc.oneof(
            fc.string({ maxLength: 30 }),
            cursors,
            fc.constantFrom("a@example.com", "standard"),
          )
        : fc.stringMatching(pattern);
  return fc.oneof({ weight: 8, arbitrary: right }, { weight: 1, arbitrary: hostile });
}
