import type { Json } from "../json-schema.ts";
import type { Versions } from "./resolve.ts";

/** `request`: whatever was accepted must still be. `response`: whatever is answered must have been possible before. */
export type Direction = "request" | "response";

/** Nested shapes that refer to themselves are compared so far. */
const maxDepth = 12;

/** Where a schema has changed in a way that somebody who relied on the one before would notice. */
export function brokenSchema(
  versions: Versions,
  before: unknown,
  after: unknown,
  direction: Direction,
  at: string,
  depth = 0,
): string[] {
  const [old, now] = [versions.before.at(before), versions.after.at(after)];
  if (depth > maxDepth || JSON.stringify(old) === "{}") return [];
  const inner: Compare = (one, other, name) =>
    brokenSchema(versions, one, other, direction, `${at}${name}`, depth + 1);
  const alternatives = brokenAlternatives(old, now, direction, at, inner);
  if (alternatives !== undefined) return alternatives;
  return [
    ...brokenType(old, now, direction, at),
    ...brokenValues(old, now, direction, at),
    ...(direction === "request" ? brokenBounds(old, now, at) : []),
    ...brokenMembers(old, now, direction, at, inner),
    ...(old["items"] === undefined ? [] : inner(old["items"], now["items"], "[]")),
  ];
}

type Compare = (before: unknown, after: unknown, name: string) => string[];

/** Each alternative of the one side must have one on the other that it fits. */
function brokenAlternatives(
  old: Json,
  now: Json,
  direction: Direction,
  at: string,
  inner: Compare,
) {
  const [olds, nows] = [alternativesOf(old), alternativesOf(now)];
  if (olds.length === 1 && nows.length === 1) return undefined;
  const lost =
    direction === "request"
      ? olds.filter((one) => nows.every((other) => inner(one, other, "").length > 0))
      : nows.filter((other) => olds.every((one) => inner(one, other, "").length > 0));
  return lost.map(
    (one) => `${at}: ${direction === "request" ? "no longer takes" : "may now be"} ${brief(one)}`,
  );
}

function alternativesOf(schema: Json): readonly Json[] {
  const { anyOf, oneOf, type } = schema as { anyOf?: Json[]; oneOf?: Json[]; type?: unknown };
  if (Array.isArray(type)) return type.map((one) => ({ ...schema, type: one as unknown }));
  return anyOf ?? oneOf ?? [schema];
}

function brokenType(old: Json, now: Json, direction: Direction, at: string): string[] {
  const [one, other] = [old["type"], now["type"]];
  if (one === other || one === undefined) return [];
  const isWider =
    direction === "request"
      ? one === "integer" && other === "number"
      : one === "number" && other === "integer";
  return isWider ? [] : [`${at}: was ${brief(one)}, is ${brief(other)}`];
}

/** Values may be added to answers: who reads them must expect values that they do not know. */
function brokenValues(old: Json, now: Json, direction: Direction, at: string): string[] {
  if (direction === "response") return [];
  const [olds, nows] = [valuesOf(old), valuesOf(now)];
  if (nows === undefined) return [];
  if (olds === undefined) return [`${at}: takes only ${brief(nows)}`];
  const lost = olds.filter((value) => !nows.includes(value));
  return lost.length === 0 ? [] : [`${at}: no longer takes ${brief(lost)}`];
}

function valuesOf(schema: Json): readonly unknown[] | undefined {
  return "const" in schema ? [schema["const"]] : (schema["enum"] as unknown[] | undefined);
}

const lower = ["minimum", "exclusiveMinimum", "minLength", "minItems"];
const upper = ["maximum", "exclusiveMaximum", "maxLength", "maxItems"];

function brokenBounds(old: Json, now: Json, at: string): string[] {
  const bound = (schema: Json, name: string, none: number) =>
    (schema[name] as number | undefined) ?? none;
  const narrower = [
    ...lower.filter((name) => bound(now, name, -Infinity) > bound(old, name, -Infinity)),
    ...upper.filter((name) => bound(now, name, Infinity) < bound(old, name, Infinity)),
    ...["pattern", "format"].filter((name) => now[name] !== undefined && now[name] !== old[name]),
  ];
  return narrower.map((name) => `${at}: ${name} was ${brief(old[name])}, is ${brief(now[name])}`);
}

function brokenMembers(
  old: Json,
  now: Json,
  direction: Direction,
  at: string,
  inner: Compare,
): string[] {
  const [olds, nows] = [membersOf(old), membersOf(now)];
  const requiredBefore = (old["required"] ?? []) as string[];
  const requiredNow = (now["required"] ?? []) as string[];
  const [from, to] =
    direction === "request" ? [requiredNow, requiredBefore] : [requiredBefore, requiredNow];
  const changed = from.filter(
    (name) => !to.includes(name) && (direction === "request" || name in nows),
  );
  const verb = direction === "request" ? "is now required" : "may now be absent";
  return [
    ...Object.entries(olds).flatMap(([name, schema]) =>
      name in nows ? inner(schema, nows[name], `.${name}`) : [`${at}.${name}: is gone`],
    ),
    ...changed.map((name) => `${at}.${name}: ${verb}`),
  ];
}

function membersOf(schema: Json): Json {
  return (schema["properties"] ?? {}) as Json;
}

function brief(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 80);
}
