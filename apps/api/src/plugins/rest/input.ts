import { DomainError, pointerToken, type FieldError } from "@meridian/api/server.ts";
import type { FastifyRequest } from "fastify";
import { writePrecondition, type Precondition } from "../../http/preconditions.ts";
import { parseQuery } from "../../http/query.ts";
import { coerce } from "./fields.ts";
import { hasBody, headerFields, type Operation } from "./operations.ts";
import { queryInput } from "./query-input.ts";

export type OperationInput = {
  input: Record<string, unknown>;
  idempotencyKey: string | undefined;
  precondition: Precondition | null;
};

/**
 * Gathers a procedure's input from path, query or body, and headers. What is in the wrong place is
 * refused by name: the path's fields in the body, the body's in the query.
 * @throws malformed, precondition_required
 */
export function readInput(operation: Operation, request: FastifyRequest): OperationInput {
  const query = queryInput(parseQuery(request.url), operation.fields, operation.rest.recordParams);
  const own = hasBody(operation) ? bodyInput(request.body) : query;
  if (hasBody(operation)) refuse(Object.keys(query), "is not a known query parameter");
  else if (request.body !== undefined)
    refuse(Object.keys(bodyInput(request.body)), "is not a known field");
  refuse(
    [...operation.pathParams, ...Object.values(headerFields), "__proto__"].filter((name) =>
      Object.hasOwn(own, name),
    ),
    "is not a known field",
  );
  const input: Record<string, unknown> = { ...own, ...pathInput(operation, request) };
  const idempotencyKey = keyOf(operation, request.headers["idempotency-key"]);
  if (idempotencyKey !== undefined && operation.fields.has(headerFields.idempotencyKey)) {
    input[headerFields.idempotencyKey] = idempotencyKey;
  }
  return { input, idempotencyKey, precondition: preconditionOf(operation, request) };
}

function bodyInput(body: unknown): Record<string, unknown> {
  if (body === undefined) return {};
  if (typeof body === "object" && body !== null && !Array.isArray(body)) {
    return body as Record<string, unknown>;
  }
  throw invalid([{ pointer: "", message: "must be a JSON object" }]);
}

function pathInput(operation: Operation, request: FastifyRequest): Record<string, unknown> {
  const params = request.params as Record<string, string>;
  return Object.fromEntries(
    operation.pathParams.map((name) => {
      const field = operation.fields.get(name);
      const text = params[name] ?? "";
      return [name, field === undefined ? text : coerce(field, text)];
    }),
  );
}

function keyOf(operation: Operation, header: string | string[] | undefined) {
  const need = operation.rest.idempotencyKey;
  if (need === undefined) return undefined;
  if (header === undefined) {
    if (need === "optional") return undefined;
    throw new DomainError("malformed", "request.idempotency_key_required", {
      message:
        "Send an Idempotency-Key header: any text that is new for each intent and the same for each retry of it.",
    });
  }
  if (typeof header !== "string" || !/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw new DomainError("malformed", "request.invalid_header", {
      message: "Idempotency-Key must be 1 to 255 visible ASCII characters, sent once.",
      details: { header: "Idempotency-Key" },
    });
  }
  return header;
}

function preconditionOf(operation: Operation, { headers }: FastifyRequest): Precondition | null {
  const need = operation.rest.ifMatch;
  if (need === undefined) {
    refuseCondition(operation, headers["if-match"]);
    return null;
  }
  const precondition = writePrecondition(headers);
  if (precondition === null && need === "required") {
    throw new DomainError(
      "precondition_required",
      `${operation.capability}.precondition_required`,
      {
        message: "Send If-Match with the ETag that you last saw, so that no other change is lost.",
      },
    );
  }
  return precondition;
}

/** Who says what they saw wants no other change lost. A write that can't see to that does not pretend to. */
function refuseCondition({ rest }: Operation, ifMatch: string | undefined): void {
  if (ifMatch === undefined || rest.method === "GET") return;
  throw new DomainError("malformed", "request.invalid_header", {
    message:
      "What this operation changes has no version. Leave If-Match out: the last change counts.",
    details: { header: "If-Match" },
  });
}

function refuse(names: readonly string[], message: string): void {
  if (names.length === 0) return;
  throw invalid(names.map((name) => ({ pointer: `/${pointerToken(name)}`, message })));
}

function invalid(errors: FieldError[]): DomainError {
  return new DomainError("malformed", "request.invalid_input", {
    message: "The input does not have the right shape.",
    errors,
  });
}
