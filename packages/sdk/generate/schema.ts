import openapiTS, { astToString } from "openapi-typescript";
import type { Document, Operation } from "./document.ts";

/**
 * The types of every operation's input and answer. Refusals are left out of the operations: they are known by their
 * reason, and each reason is a schema of its own.
 */
export async function schemaSource(document: Document): Promise<string> {
  const paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, methods]) => [
      path,
      mapValues(methods, withoutRefusals),
    ]),
  );
  const { responses: _, examples: __, ...components } = document.components;
  const ast = await openapiTS(JSON.stringify({ ...document, paths, components }), {
    // A default is the server's: the caller may leave the value out.
    defaultNonNullable: false,
  });
  return astToString(ast);
}

function withoutRefusals(operation: Operation): Operation {
  const answers = Object.entries(operation.responses)
    .filter(([status]) => status.startsWith("2"))
    .map(([status, { content }]) => [
      status,
      { description: "", ...(content && { content: mapValues(content, onlySchema) }) },
    ]);
  const { requestBody: body } = operation;
  return {
    ...operation,
    ...(body && { requestBody: { ...body, content: mapValues(body.content, onlySchema) } }),
    responses: Object.fromEntries(answers) as Operation["responses"],
  };
}

function onlySchema({ schema }: { schema?: unknown }) {
  return { schema };
}

function mapValues<T, U>(record: Record<string, T>, of: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, of(value)]));
}
