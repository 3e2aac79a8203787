import { Ajv2020 } from "ajv/dist/2020.js";
import { appRouter } from "@meridian/api/server.ts";
import { openApiDocument } from "../../src/openapi/document.ts";
import type { send } from "../host.ts";

export type Answer = Awaited<ReturnType<typeof send>>;
type Content = Record<string, { schema: object }>;
type Response = { $ref?: string; content?: Content };

export const document = JSON.parse(JSON.stringify(openApiDocument(appRouter))) as {
  paths: Record<
    string,
    Record<string, { operationId: string; security: object[]; responses: Record<string, Response> }>
  >;
  components: { responses: Record<string, Response>; schemas: object };
};

/** By operation: the statuses that it was seen to answer with. */
const seen = new Map<string, Set<string>>();

/** Where an operation is in the document. */
export type Place = { path: string; method: string };

/** What is wrong with an answer: it has another status than it should, or is not what the document says of it. */
export function faultsOf(place: Place, answer: Answer, statuses: readonly number[]): string[] {
  const { status, body, headers } = answer;
  const { operationId, responses } = operationAt(place);
  const at = `${operationId}: ${status} ${(body as { reason?: string } | undefined)?.reason ?? ""}`;
  if (!statuses.includes(status)) return [`${at} instead of ${statuses.join(" or ")}`];
  const faults: string[] = [];
  if (!(String(status) in responses)) faults.push(`${at} is not in the document`);
  else seen.set(operationId, (seen.get(operationId) ?? new Set()).add(String(status)));
  for (const name of ["x-request-id", "ratelimit", "ratelimit-policy"])
    if (headers[name] === undefined && status !== 414) faults.push(`${at} has no ${name}`);
  const type = headers["content-type"] ?? "";
  if (status >= 400 && type !== "application/problem+json; charset=utf-8")
    faults.push(`${at} is no problem but ${type}`);
  if (!type.includes("json")) return faults;
  const validate = validatorOf(place, status, status < 400 ? "application/json" : problem);
  if (!validate(body)) faults.push(`${at} is not as described: ${ajv.errorsText(validate.errors)}`);
  return faults;
}

/** What the document says can be answered, and was not. */
export function unseen(): { operationId: string; status: number }[] {
  return Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ operationId, responses }) =>
      Object.keys(responses)
        .filter((status) => !seen.get(operationId)?.has(status))
        .map((status) => ({ operationId, status: Number(status) })),
    );
}

function operationAt({ path, method }: Place) {
  const found = document.paths[path]?.[method.toLowerCase()];
  if (found === undefined) throw new Error(`${method} ${path} is not in the document`);
  return found;
}

const problem = "application/problem+json";
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const validators = new Map<string, ReturnType<typeof ajv.compile>>();

/** Of what the document says that an answer looks like. */
function validatorOf(place: Place, status: number, type: string) {
  const said = operationAt(place).responses[status];
  const name = said?.$ref?.split("/").at(-1);
  const response = name === undefined ? said : document.components.responses[name];
  const schema = response?.content?.[type]?.schema;
  const key = JSON.stringify(schema ?? false);
  const known = validators.get(key);
  if (known !== undefined) return known;
  const { schemas } = document.components;
  const made = ajv.compile(schema === undefined ? false : { ...schema, components: { schemas } });
  validators.set(key, made);
  return made;
}
