/**
 * The AsyncAPI 3 document: what happens in the shop and how to hear of it, generated from the same
 * declarations that the events are written by.
 */
import { CloudEvent, declaredEvents, typePrefix } from "@meridian/api/server.ts";
import { z } from "zod";
import type { Json } from "../openapi/json-schema.ts";
import { restPrefix } from "../plugins/rest/plugin.ts";

const contentType = "application/cloudevents+json";
const ref = (...path: string[]) => ({ $ref: `#/${path.join("/")}` });

/** @param publicUrl origin under which others reach this API */
export function asyncApiDocument(publicUrl: string): Json {
  const { host, protocol } = new URL(publicUrl);
  const schemas: Json = {};
  const messages = Object.fromEntries(
    declaredEvents.map(({ name, aggregateType, data }) => [
      messageName(name),
      {
        name: `${typePrefix}${name}`,
        title: `${typePrefix}${name}`,
        summary: `Its subject: ${aggregateType}`,
        contentType,
        payload: {
          allOf: [
            schema(CloudEvent, schemas),
            {
              type: "object",
              properties: { type: { const: `${typePrefix}${name}` }, data: schema(data, schemas) },
            },
          ],
        },
      },
    ]),
  );
  return {
    asyncapi: "3.0.0",
    info: {
      title: "Meridian events",
      version: "1.0.0",
      description:
        "Every change of the shop in one order, as CloudEvents 1.0. Each event has the same id on every channel and comes at least once; those of one subject come in the order of their `version`.",
      license: { name: "MIT" },
    },
    defaultContentType: contentType,
    servers: {
      api: {
        host,
        protocol: protocol.slice(0, -1),
        pathname: restPrefix,
        security: [ref("components", "securitySchemes", "bearer")],
      },
    },
    channels: {
      events: feedChannel(Object.keys(messages)),
      webhook: webhookChannel(Object.keys(messages)),
    },
    operations: { streamEvents: streamOperation, deliverEvents: webhookOperation },
    components: {
      messages,
      schemas,
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "With the scope events:read" },
      },
    },
  };
}

function webhookChannel(names: readonly string[]): Json {
  return {
    address: null,
    title: "An endpoint of yours",
    description:
      "Added with `POST /api/v1/webhooks`. Signed by Standard Webhooks: `webhook-id` (the event's id), `webhook-timestamp`, `webhook-signature`. Answer 2xx within 15 s; otherwise it comes again, about ten times over three days.",
    messages: refersTo(names),
  };
}

const webhookOperation = {
  action: "send",
  channel: ref("channels", "webhook"),
  summary: "Post each event to the endpoint, those of one subject in order",
  bindings: { http: { method: "POST", bindingVersion: "0.3.0" } },
};

const refersTo = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, ref("components", "messages", name)]));

function feedChannel(names: readonly string[]): Json {
  return {
    address: "/events",
    title: "The event feed",
    description:
      "`GET` with `Accept: text/event-stream`: each event's `id` is a cursor, to be sent back as Last-Event-ID or `after`. The same address answers pages and long polls as JSON.",
    servers: [ref("servers", "api")],
    messages: refersTo(names),
  };
}

const streamOperation = {
  action: "send",
  channel: ref("channels", "events"),
  summary: "Stream events behind a cursor, then each as it happens",
  bindings: {
    http: {
      method: "GET",
      query: {
        type: "object",
        properties: {
          after: { type: "string", description: "A cursor, or `latest`" },
          types: { type: "string", description: "Types, separated by commas" },
        },
      },
      bindingVersion: "0.3.0",
    },
  },
};

/** `order.placed` -> `orderPlaced`: keys of components hold no dot. */
function messageName(name: string): string {
  return name.replaceAll(/[._](\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Draft 7, as AsyncAPI's own schemas, and open: fields may be added. Shapes with a name go to the components. */
function schema(type: z.ZodType, shared: Json): Json {
  const {
    $schema: _,
    definitions,
    ...own
  } = z.toJSONSchema(type, { target: "draft-7", io: "input" });
  const relocated = (value: unknown) =>
    JSON.parse(JSON.stringify(value).replaceAll("#/definitions/", "#/components/schemas/")) as Json;
  Object.assign(shared, relocated(definitions ?? {}));
  return relocated(own);
}
