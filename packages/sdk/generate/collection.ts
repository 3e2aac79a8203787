import { operationsOf, type Described, type Document } from "./document.ts";
import { sample, type Schema } from "./sample.ts";

/**
 * Every operation as a collection in Postman's format 2.1, which Bruno, Insomnia and Hoppscotch read, too. A folder for
 * each tag; ids and ETags of answers become variables, so that a purchase can be sent from top to bottom.
 */
export function collectionSource(document: Document): string {
  const folders = Map.groupBy(operationsOf(document), ({ operation }) => operation.tags[0] ?? "");
  const collection = {
    info: {
      name: "Meridian",
      description: "Written from docs/openapi.json by `pnpm openapi`.",
      schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    },
    auth: { type: "bearer", bearer: [{ key: "token", value: "{{token}}", type: "string" }] },
    event: [{ listen: "test", script: { type: "text/javascript", exec: remember } }],
    variable: [
      { key: "baseUrl", value: "http://localhost:4000" },
      { key: "token", value: "" },
      { key: "etag", value: '"1"' },
    ],
    item: [...folders].map(([name, operations]) => ({
      name,
      item: operations.map((one) => itemOf(document, one)),
    })),
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

/** Runs after each answer: `cart_...` becomes {{cartId}}, and the ETag {{etag}}. */
const remember = [
  "const names = { prod: 'productId', var: 'variantId', loc: 'locationId', cart: 'cartId', chk: 'checkoutId', ord: 'orderId', whk: 'webhookId' };",
  "const etag = pm.response.headers.get('ETag');",
  "if (etag) pm.collectionVariables.set('etag', etag);",
  'const told = String(pm.response.text()).matchAll(/"id":"((prod|var|loc|cart|chk|ord|whk)_[0-9a-z]{26})"/g);',
  "const first = {};",
  "for (const [, id, prefix] of told) first[prefix] ??= id;",
  "for (const [prefix, id] of Object.entries(first)) pm.collectionVariables.set(names[prefix], id);",
];

function itemOf(document: Document, { id, method, path, operation, parameters }: Described) {
  const query = parameters.filter((one) => one.in === "query");
  const header = parameters.filter((one) => one.in === "header" && one.name in headerValues);
  const body = bodyOf(document, operation.requestBody?.content);
  const segments = `${document.servers[0]?.url ?? ""}${path}`
    .slice(1)
    .replaceAll(/\{(\w+)\}/g, "{{$1}}");
  const wanted = query.filter((one) => one.required);
  const search = wanted.map(({ name, schema }) => `${name}=${queryValue(document, name, schema)}`);
  return {
    name: operation.summary,
    request: {
      method,
      description: [id, operation.description].filter(Boolean).join("\n\n"),
      header: [
        ...header.map(({ name, required }) => ({
          key: name,
          value: headerValues[name],
          ...(!required && name !== "Idempotency-Key" && { disabled: true }),
        })),
        ...(body === undefined ? [] : [{ key: "Content-Type", value: body.type }]),
      ],
      url: {
        raw: `{{baseUrl}}/${segments}${search.length === 0 ? "" : `?${search.join("&")}`}`,
        host: ["{{baseUrl}}"],
        path: segments.split("/"),
        query: query.map(({ name, schema, description, required }) => ({
          key: name,
          value: queryValue(document, name, schema),
          ...(description !== undefined && { description }),
          ...(!required && { disabled: true }),
        })),
      },
      ...(body && {
        body: { mode: "raw", raw: body.text, options: { raw: { language: body.language } } },
      }),
    },
  };
}

const headerValues: Record<string, string> = {
  "If-Match": "{{etag}}",
  "If-None-Match": "{{etag}}",
  "Idempotency-Key": "{{$guid}}",
};

function queryValue(document: Document, name: string, schema: Schema | undefined): string {
  if (name === "topics") return "stock:{{variantId}}";
  const value = sample(document, schema ?? {}, name.replace(/s$/, "")) as string | number | object;
  if (Array.isArray(value)) return value.join(",");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function bodyOf(document: Document, content: Record<string, unknown> | undefined) {
  const [type, media] = Object.entries(content ?? {})[0] ?? [];
  if (type === undefined) return undefined;
  const isJson = type === "application/json";
  const value = isJson ? sample(document, (media as { schema: Schema }).schema) : "";
  const text = isJson ? JSON.stringify(value, null, 2) : "";
  return { type, text, language: isJson ? "json" : "text" };
}
