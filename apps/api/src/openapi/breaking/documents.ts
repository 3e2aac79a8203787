import type { Json } from "../json-schema.ts";
import { Resolver, type Versions } from "./resolve.ts";
import { brokenSchema, type Direction } from "./schemas.ts";

const verbs = ["get", "post", "put", "patch", "delete"];

/**
 * What a program that was written for one version of the document would notice of the next, one line each. Additions
 * are none: new operations, optional parameters and fields, fields and values of answers, statuses of errors.
 */
export function breakingChanges(before: Json, after: Json): string[] {
  const versions = { before: new Resolver(before), after: new Resolver(after) };
  const paths = (before["paths"] ?? {}) as Record<string, Json>;
  return Object.entries(paths).flatMap(([path, item]) =>
    verbs
      .filter((verb) => verb in item)
      .flatMap((verb) => {
        const at = `${verb.toUpperCase()} ${path}`;
        const now = (after["paths"] as Record<string, Json> | undefined)?.[path]?.[verb];
        return now === undefined
          ? [`${at}: is gone`]
          : brokenOperation(versions, item[verb] as Json, now as Json, at);
      }),
  );
}

function brokenOperation(versions: Versions, old: Json, now: Json, at: string): string[] {
  return [
    ...(old["operationId"] === now["operationId"]
      ? []
      : [`${at}: was called ${String(old["operationId"])}`]),
    ...brokenParameters(versions, old, now, at),
    ...brokenBody(versions, old, now, at),
    ...brokenAnswers(versions, old, now, at),
    ...brokenSecurity(old, now, at),
  ];
}

function brokenParameters(versions: Versions, old: Json, now: Json, at: string): string[] {
  const olds = parametersOf(versions.before, old);
  const nows = parametersOf(versions.after, now);
  const lost = [...olds].flatMap(([name, parameter]) => {
    const other = nows.get(name);
    if (other === undefined) return [`${at} ${name}: is gone`];
    return brokenSchema(versions, parameter["schema"], other["schema"], "request", `${at} ${name}`);
  });
  const needed = [...nows].filter(
    ([name, { required }]) => required === true && olds.get(name)?.["required"] !== true,
  );
  return [...lost, ...needed.map(([name]) => `${at} ${name}: is now required`)];
}

function parametersOf(resolver: Resolver, operation: Json): Map<string, Json> {
  const all = ((operation["parameters"] ?? []) as unknown[]).map((one) => resolver.at(one));
  return new Map(all.map((one) => [`${String(one["in"])} ${String(one["name"])}`, one]));
}

function brokenBody(versions: Versions, old: Json, now: Json, at: string): string[] {
  const [one, other] = [
    versions.before.at(old["requestBody"]),
    versions.after.at(now["requestBody"]),
  ];
  const needed = other["required"] === true && one["required"] !== true;
  return [
    ...(needed ? [`${at} body: is now required`] : []),
    ...brokenContent(versions, one, other, "request", `${at} body`),
  ];
}

/** Of successes: errors are told apart by their reason, and reasons may be added. */
function brokenAnswers(versions: Versions, old: Json, now: Json, at: string): string[] {
  const [olds, nows] = [old, now].map((operation) => (operation["responses"] ?? {}) as Json);
  return Object.entries(olds ?? {})
    .filter(([status]) => status.startsWith("2"))
    .flatMap(([status, response]) => {
      if (nows?.[status] === undefined) return [`${at} ${status}: is gone`];
      const [one, other] = [versions.before.at(response), versions.after.at(nows[status])];
      return brokenContent(versions, one, other, "response", `${at} ${status}`);
    });
}

function brokenContent(
  versions: Versions,
  old: Json,
  now: Json,
  direction: Direction,
  at: string,
): string[] {
  const [olds, nows] = [old, now].map((one) => (one["content"] ?? {}) as Record<string, Json>);
  return Object.entries(olds ?? {}).flatMap(([type, { schema }]) =>
    nows?.[type] === undefined
      ? [`${at} ${type}: is gone`]
      : brokenSchema(versions, schema, nows[type]["schema"], direction, at),
  );
}

/** Who could call must still be able to: by one of the ways, with the scopes that were enough. */
function brokenSecurity(old: Json, now: Json, at: string): string[] {
  const [olds, nows] = [old, now].map(
    (one) => (one["security"] ?? [{}]) as Record<string, string[]>[],
  );
  const isEnough = (given: Record<string, string[]>) =>
    (nows ?? []).some((wanted) =>
      Object.entries(wanted).every(
        ([scheme, scopes]) =>
          scopes.every((scope) => given[scheme]?.includes(scope) === true) && scheme in given,
      ),
    );
  return (olds ?? []).every(isEnough) ? [] : [`${at}: asks for ${JSON.stringify(nows)}`];
}
