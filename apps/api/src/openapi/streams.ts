import type { Reason } from "@meridian/api/server.ts";
import { headersNamed, ofEveryAnswer } from "./headers.ts";
import { problemResponse } from "./problems.ts";

/** Those that no procedure answers with. */
export const streamReasons = ["live.too_many_topics"] as const satisfies Reason[];

/** Streams have no place among the procedures' answers: they are described by hand. */
export const streamPaths = {
  "/live": {
    get: {
      operationId: "live.watch",
      summary: "Watch topics as server-sent events",
      description:
        "Sends each topic's newest state, then `ready`, then every change. `reset`: forget what you had, snapshots follow. Resume with `Last-Event-ID` or `after`; 204 ends a watch for good. A user's cart is shown to that user alone, who sends a token.",
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
          headers: headersNamed(ofEveryAnswer),
          content: {
            "text/event-stream": {
              schema: { $ref: "#/components/schemas/LiveFrame" },
            },
          },
        },
        "204": {
          description: "Nothing more will come: do not connect again",
          headers: headersNamed(ofEveryAnswer),
        },
        "400": { $ref: "#/components/responses/request.invalid_input" },
        "401": problemResponse(["auth.token_invalid"]),
        "406": problemResponse(["request.not_acceptable"]),
        "414": problemResponse(["request.url_too_long"]),
        "422": problemResponse(["live.too_many_topics"]),
        "431": problemResponse(["request.headers_too_large"]),
        "429": problemResponse(["request.rate_limited"]),
        "500": problemResponse(["internal"]),
        "503": problemResponse(["service.unavailable", "service.overloaded"]),
      },
    },
  },
} as const;
