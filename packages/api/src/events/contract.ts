/**
 * The event feed: everything that happened, in one order, as CloudEvents. A reader keeps one cursor; with it the same
 * events come by page, long poll and stream, each at least once, and none is left out. What is older than the log is
 * kept is told (`events.cursor_gone`), never skipped.
 */
import { z } from "zod";
import { Instant } from "../kernel/instant.ts";

/** What every type begins with on the wire: names of others' events never meet ours. */
export const typePrefix = "meridian.";

export const CloudEventType = z
  .string()
  .max(100)
  .regex(/^meridian\.[a-z_]+\.[a-z_]+$/, "must be a type such as meridian.order.placed")
  .meta({ example: "meridian.order.placed" });

export const EventCursor = z
  .string()
  .regex(
    /^[0-9a-z]{1,32}:[0-9]{1,15}$/,
    "must be the cursor of a page or the id of a streamed event",
  );

/** CloudEvents 1.0 in JSON, with `position` and `version` as extensions. */
export const CloudEvent = z
  .object({
    specversion: z.literal("1.0"),
    id: z
      .string()
      .meta({ description: "The same on every channel: what you have had, you know by it" }),
    source: z
      .string()
      .meta({ description: "The API of the shop", example: "https://shop.example/api/v1" }),
    type: CloudEventType,
    subject: z.string().meta({ description: "Id of what changed: an order, a cart, a variant" }),
    time: Instant,
    datacontenttype: z.literal("application/json"),
    data: z.record(z.string(), z.unknown()),
    position: z
      .number()
      .int()
      .meta({ description: "Place in the event log: rises by one, without a gap" }),
    version: z
      .number()
      .int()
      .meta({ description: "Of the subject, after the change; rises with each" }),
    traceparent: z.string().optional().meta({ description: "W3C trace context of what caused it" }),
  })
  .meta({ id: "CloudEvent" });
export type CloudEvent = z.infer<typeof CloudEvent>;

const after = z
  .string()
  .regex(/^(?:latest|[0-9a-z]{1,32}:[0-9]{1,15})$/, "must be a cursor, or latest")
  .optional()
  .meta({
    description:
      "The cursor that you came to. `latest`: only what comes next. Without it: from the oldest event that is kept",
  });
const types = z
  .array(CloudEventType)
  .min(1)
  .max(50)
  .optional()
  .meta({ description: "Only events of these types" });

export const ListEvents = z.strictObject({
  after,
  types,
  limit: z.number().int().min(1).max(100).default(100),
  wait: z
    .number()
    .int()
    .min(0)
    .max(30)
    .default(0)
    .meta({ description: "Seconds to wait when there is nothing yet (long poll)" }),
});
export type ListEvents = z.output<typeof ListEvents>;

export const EventPage = z
  .object({
    items: z.array(CloudEvent),
    cursor: EventCursor.meta({ description: "What to send as `after` for what follows" }),
    hasMore: z.boolean().meta({
      description: "More is there already; `items` may be empty when few events are of your types",
    }),
  })
  .meta({ id: "EventPage" });
export type EventPage = z.infer<typeof EventPage>;

export const FollowEvents = z.strictObject({
  after,
  types,
  lastEventId: EventCursor.optional().meta({
    description: "Id of the last event that was seen; wins over `after`",
  }),
});
export type FollowEvents = z.output<typeof FollowEvents>;

export const reasons = {
  "events.cursor_gone": z.object({ oldest: EventCursor }),
  "events.unknown_type": z.object({ types: z.array(z.string()) }),
} as const;
