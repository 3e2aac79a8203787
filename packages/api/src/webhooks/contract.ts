/**
 * Webhooks: events of the log, sent to an endpoint as signed CloudEvents (Standard Webhooks). Each at least once, under
 * its one id, and those of one subject in their order. An endpoint that fails delays no other; what it missed is
 * tried for three days, and can be sent again afterwards.
 */
import { z } from "zod";
import { CloudEventType, EventCursor } from "../events/contract.ts";
import { id } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { PageInput } from "../kernel/page.ts";

export const WebhookId = id("whk");
const EventId = id("evt");

const Url = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/[^\s#@]+$/, "must be an https address without credentials and fragment")
  .meta({ example: "https://erp.example/meridian" });
const Types = z
  .array(CloudEventType)
  .max(50)
  .meta({ description: "Events of these types only; none named: all" });
const Description = z.string().max(500);

export const Webhook = z
  .object({
    id: WebhookId,
    url: Url,
    types: Types,
    description: Description,
    state: z.enum(["enabled", "disabled"]),
    disabledReason: z
      .enum(["asked", "gone"])
      .nullable()
      .meta({ description: "`gone`: the endpoint answered 410" }),
    version: z.number().int(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "Webhook" });
export type Webhook = z.infer<typeof Webhook>;

export const WebhookWithSecret = Webhook.extend({
  secret: z
    .string()
    .meta({ description: "Signs what is sent. Shown here and never again", example: "whsec_..." }),
}).meta({ id: "WebhookWithSecret" });
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>;

export const AddWebhook = z.strictObject({
  url: Url,
  types: Types.default([]),
  description: Description.default(""),
});
export type AddWebhook = z.output<typeof AddWebhook>;

export const GetWebhook = z.strictObject({ webhookId: WebhookId });
export type GetWebhook = z.output<typeof GetWebhook>;

export const ListWebhooks = z.strictObject(PageInput.shape);
export type ListWebhooks = z.output<typeof ListWebhooks>;

export const WebhookPage = z.object({
  items: z.array(Webhook),
  nextCursor: z.string().nullable(),
});
export type WebhookPage = z.infer<typeof WebhookPage>;

export const UpdateWebhook = z.strictObject({
  webhookId: WebhookId,
  url: Url.optional(),
  types: Types.optional(),
  description: Description.optional(),
  state: z.enum(["enabled", "disabled"]).optional().meta({
    description:
      "Disabled: what waits is cancelled, and nothing is kept for it. Enabled again: what happens from then on is sent",
  }),
  expectedVersion: z.number().int(),
});
export type UpdateWebhook = z.output<typeof UpdateWebhook>;

export const RotateSecret = z.strictObject({
  webhookId: WebhookId,
  overlapHours: z
    .number()
    .int()
    .min(0)
    .max(168)
    .default(24)
    .meta({ description: "How long the old secret signs beside the new one" }),
});
export type RotateSecret = z.output<typeof RotateSecret>;

export const DeliveryState = z.enum(["pending", "delivered", "failed", "cancelled"]);

export const Delivery = z
  .object({
    id: z.string().regex(/^whd_[0-9]{1,15}$/),
    webhookId: WebhookId,
    eventId: EventId,
    type: CloudEventType,
    subject: z.string(),
    state: DeliveryState,
    nextAttemptAt: Instant.nullable(),
    attempts: z.array(
      z.object({
        at: Instant,
        durationMs: z.number().int(),
        status: z.number().int().nullable(),
        error: z.string().nullable(),
        response: z
          .string()
          .nullable()
          .meta({ description: "The first 1,000 characters of what was answered" }),
      }),
    ),
    body: z.string().meta({ description: "The first 2,000 characters of what is sent" }),
    createdAt: Instant,
    settledAt: Instant.nullable(),
  })
  .meta({ id: "WebhookDelivery" });
export type Delivery = z.infer<typeof Delivery>;

export const ListDeliveries = z.strictObject({
  webhookId: WebhookId,
  state: DeliveryState.optional(),
  ...PageInput.shape,
});
export type ListDeliveries = z.output<typeof ListDeliveries>;

export const DeliveryPage = z.object({
  items: z.array(Delivery),
  nextCursor: z.string().nullable(),
});
export type DeliveryPage = z.infer<typeof DeliveryPage>;

export const Replay = z.strictObject({
  webhookId: WebhookId,
  eventId: EventId.optional().meta({ description: "One event that this endpoint was sent before" }),
  after: EventCursor.optional().meta({
    description: "Or every event of its types behind this cursor of the feed",
  }),
  until: EventCursor.optional().meta({ description: "Up to this one; without it: up to now" }),
});
export type Replay = z.output<typeof Replay>;

export const ReplayResult = z.object({
  delivery: Delivery.nullable().meta({ description: "Of one event" }),
  positions: z
    .number()
    .int()
    .meta({ description: "Of a range: how many places of the log are looked through" }),
});
export type ReplayResult = z.infer<typeof ReplayResult>;

export const SendTest = z.strictObject({ webhookId: WebhookId });
export type SendTest = z.output<typeof SendTest>;

export const reasons = {
  "webhooks.not_found": z.object({ webhookId: WebhookId }),
  "webhooks.precondition_required": z.object({}),
  "webhooks.version_mismatch": z.object({ expected: z.number(), actual: z.number() }),
  "webhooks.url_refused": z.object({ why: z.string() }),
  "webhooks.too_many": z.object({ max: z.number() }),
  "webhooks.disabled": z.object({}),
  "webhooks.event_not_found": z.object({ eventId: EventId }),
  "webhooks.bad_range": z.object({}),
} as const;
