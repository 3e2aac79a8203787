import { referred, type Json } from "../json-schema.ts";

/** What is for people, and may be said better at any time. */
const words = new Set(["description", "summary", "example", "examples", "title"]);

/** The part of a document that programs rely on: what {@link breakingChanges} looks at, and no word more. */
export function promiseOf(document: Json): Json {
  const paths = Object.fromEntries(
    Object.entries(document["paths"] as Record<string, Json>).map(([path, item]) => [
      path,
      Object.fromEntries(Object.entries(item).map(([verb, one]) => [verb, operation(one as Json)])),
    ]),
  );
  const { schemas, parameters } = document["components"] as Record<string, Json>;
  const components = {
    parameters: withoutWords(referred("parameters", parameters ?? {}, paths)),
    schemas: withoutWords(
      Object.fromEntries(
        Object.entries(schemas ?? {}).filter(([name]) => !name.startsWith("problem.")),
      ),
    ),
  };
  return { info: { version: (document["info"] as Json)["version"] }, paths, components };
}

function operation({ operationId, security, parameters, requestBody, responses }: Json): Json {
  const successes = Object.entries((responses ?? {}) as Json)
    .filter(([status]) => status.startsWith("2"))
    .map(([status, response]) => [status, { content: (response as Json)["content"] }] as const);
  return withoutWords({
    operationId,
    security,
    parameters,
    requestBody,
    responses: Object.fromEntries(successes),
  }) as Json;
}

/** A property may be called like one of the words: those are kept. */
function withoutWords(value: unknown, isNames = false): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutWords(one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => isNames || !words.has(name))
      .map(([name, one]) => [name, withoutWords(one, name === "properties" && !isNames)]),
  );
}
