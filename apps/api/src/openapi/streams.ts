import { problemResponse } from "./problems.ts";

/** Streams have no place among the procedures' answers: they are described by hand. */
export const streamPaths = {
  "/live": {
    get: {
      operationId: "live.watch",
      summary: "Watch topics as server-sent events",
      description:
        "Sends each topic's newest state, then `ready`, then every change. `reset`: forget what you had, snapshots follow. Resume with `Last-Event-ID` or `after`; 204 ends a watch for good.",
      tags: ["Live"],
      security: [{}],
      parameters: [
        {
          name: "topics",
          in: "query",
          required: true,
          style: "form",
          explode: false,
          description:
            "`stock:{variantId}`, `cart:{cartId}`, `order:{orderId}`, `product:{productId}` or `job:{jobId}`",
          schema: { type: "array", minItems: 1, maxItems: 50, items: { type: "string" } },
        },
        {
          name: "after",
          in: "query",
          description: "Id of the last event that was seen, where Last-Event-ID can't be sent",
          schema: { type: "string" },
        },
        {
          name: "Last-Event-ID",
          in: "header",
          description: "Id of the last event that was seen",
          schema: { type: "string" },
        },
      ],
      responses: {
        "200": {
          description: "OK",
          headers: { "X-Request-Id": { $ref: "#/components/headers/X-Request-Id" } },
          content: {
            "text/event-stream": {
              schema: { $ref: "#/components/schemas/LiveFrame" },
            },
          },
        },
        "204": { description: "Nothing more will come: do not connect again" },
        "400": { $ref: "#/components/responses/request.invalid_input" },
        "503": problemResponse(["service.unavailable", "service.overloaded"]),
      },
    },
  },
} as const;
