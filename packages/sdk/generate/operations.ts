import { mediaTypes, operationsOf, type Described, type Document } from "./document.ts";

const eventStream = "text/event-stream";
const json = "application/json";

/** The table by which the client sends, and the interface that an integrator sees: one method for each operation. */
export function operationsSource(document: Document): string {
  const operations = operationsOf(document);
  const about = new Map(document.tags.map(({ name, description }) => [name, description]));
  return `import type { Call, PagedCall, StreamCall } from "../calls.ts";
import type { Route } from "../request.ts";

export const basePath = ${JSON.stringify(document.servers[0]?.url ?? "")};

export const routes = {
${operations.map((one) => `  ${JSON.stringify(one.id)}: ${JSON.stringify(routeOf(one))},`).join("\n")}
} as const satisfies Record<string, Route>;

/** Every operation of the API, under the name that it has in the document. */
export interface Meridian {
${members(treeOf(operations), about, "  ")}
}
`;
}

/** See `Route` in src/request.ts: only what is not usual is said. */
function routeOf({ method, path, operation, parameters }: Described) {
  const has = (name: string) => parameters.some((one) => one.in === "header" && one.name === name);
  const query = parameters.filter((one) => one.in === "query");
  const answers = mediaTypes(operation.responses["200"]);
  const body = mediaTypes(operation.requestBody);
  return {
    method,
    path,
    ...(method !== "GET" && query.length > 0 && { query: query.map(({ name }) => name) }),
    ...listsOf(query),
    ...(has("Idempotency-Key") && { takesKey: true }),
    ...(isPaged(parameters) && { isPaged: true }),
    ...(answers.includes(eventStream) && { streams: answers.length === 1 ? "only" : "also" }),
    ...(body.length > 0 && !body.includes(json) && { bodyType: body[0] }),
  };
}

function isPaged(parameters: Described["parameters"]): boolean {
  return parameters.some((one) => one.in === "query" && one.name === "cursor");
}

function listsOf(query: Described["parameters"]) {
  const joined = query.filter(({ style, explode }) => style === "form" && explode === false);
  return joined.length === 0 ? {} : { joined: joined.map(({ name }) => name) };
}

type Tree = Map<string, Tree | Described>;

function treeOf(operations: Described[]): Tree {
  const root: Tree = new Map();
  for (const operation of operations) {
    const names = operation.id.split(".");
    const last = names.pop() ?? "";
    let at = root;
    for (const name of names) {
      const next = at.get(name) ?? new Map();
      if (!(next instanceof Map)) throw new Error(`${operation.id}: ${name} is an operation, too`);
      at.set(name, next);
      at = next;
    }
    at.set(last, operation);
  }
  return root;
}

function members(tree: Tree, about: Map<string, string>, indent: string): string {
  return [...tree]
    .map(([name, node]) => {
      if (!(node instanceof Map))
        return `${comment(node, indent)}${indent}readonly ${name}: ${typeOf(node)};`;
      const tag = [...node.values()].find((one) => !(one instanceof Map)) as Described | undefined;
      const text = about.get(tag?.operation.tags[0] ?? "");
      return `${text === undefined ? "" : `${indent}/** ${text} */\n`}${indent}readonly ${name}: {
${members(node, about, `${indent}  `)}
${indent}};`;
    })
    .join("\n");
}

function typeOf({ id, operation, parameters }: Described): string {
  const answers = mediaTypes(operation.responses["200"]);
  const stream = `StreamCall<${JSON.stringify(id)}>`;
  if (answers.length === 1 && answers[0] === eventStream) return stream;
  const call = `${isPaged(parameters) ? "PagedCall" : "Call"}<${JSON.stringify(id)}>`;
  return answers.includes(eventStream) ? `${call} & { readonly stream: ${stream} }` : call;
}

function comment({ method, path, operation }: Described, indent: string): string {
  const scopes = (operation.security ?? []).flatMap((one) =>
    Object.values(one).map((needed) => needed.map((scope) => `\`${scope}\``).join(" and ")),
  );
  const lines = [
    `${operation.summary}: \`${method} ${path}\`.`,
    ...(operation.description === undefined ? [] : [operation.description]),
    ...(scopes.length === 0 ? [] : [`Needs the scope ${scopes.join(" or ")}.`]),
    ...(operation.deprecated === true ? ["@deprecated"] : []),
  ];
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line.replaceAll(/\s*\n\s*/g, " ")}\n`).join("")}${indent} */\n`;
}
