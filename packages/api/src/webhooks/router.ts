import { z } from "zod";
import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import {
  AddWebhook,
  Delivery,
  DeliveryPage,
  GetWebhook,
  ListDeliveries,
  ListWebhooks,
  Replay,
  ReplayResult,
  RotateSecret,
  SendTest,
  UpdateWebhook,
  Webhook,
  WebhookPage,
  WebhookWithSecret,
} from "./contract.ts";
import { addWebhook, getWebhook, listWebhooks, removeWebhook } from "./service.ts";
import { listDeliveries } from "./service/deliveries.ts";
import { replay, sendTest } from "./service/replay.ts";
import { rotateSecret, updateWebhook } from "./service/update.ts";

const common = { tag: "Webhooks", scope: "webhooks:write" } as const;
const found = ["webhooks.not_found"];
const refused = ["webhooks.url_refused", "events.unknown_type"];
const sending = [...found, "webhooks.disabled"];
const one = "/webhooks/{webhookId}";

export const webhooksRouter = router({
  add: procedure
    .meta(
      rest({
        ...common,
        method: "POST",
        path: "/webhooks",
        summary: "Have events sent to an endpoint",
        description:
          "Sends each event as a CloudEvent, signed by Standard Webhooks. Answer 2xx within 15 s; otherwise it is tried about ten times over three days. Events of one subject come in order. Answer 410 to end it.",
        status: 201,
        location: (webhook: Webhook) => `/api/v1/webhooks/${webhook.id}`,
        reasons: [...refused, "webhooks.too_many"],
      }),
    )
    .input(AddWebhook)
    .output(WebhookWithSecret)
    .mutation(({ ctx, input }) => addWebhook(ctx, input)),
  list: procedure
    .meta(rest({ ...common, method: "GET", path: "/webhooks", summary: "List webhooks" }))
    .input(ListWebhooks)
    .output(WebhookPage)
    .query(({ ctx, input }) => listWebhooks(ctx, input)),
  get: procedure
    .meta(rest({ ...common, method: "GET", path: one, summary: "Get a webhook", reasons: found }))
    .input(GetWebhook)
    .output(Webhook)
    .query(({ ctx, input }) => getWebhook(ctx, input)),
  update: procedure
    .meta(
      rest({
        ...common,
        method: "PATCH",
        path: one,
        summary: "Change a webhook, disable or enable it",
        ifMatch: "required",
        reasons: [...found, ...refused, "webhooks.version_mismatch"],
      }),
    )
    .input(UpdateWebhook)
    .output(Webhook)
    .mutation(({ ctx, input }) => updateWebhook(ctx, input)),
  remove: procedure
    .meta(
      rest({
        ...common,
        method: "DELETE",
        path: one,
        summary: "Remove a webhook",
        status: 204,
        reasons: found,
      }),
    )
    .input(GetWebhook)
    .output(z.void())
    .mutation(({ ctx, input }) => removeWebhook(ctx, input)),
  rotateSecret: procedure
    .meta(
      rest({
        ...common,
        method: "POST",
        path: `${one}/secrets`,
        summary: "Make a new secret; the old one signs beside it for a while",
        status: 201,
        reasons: found,
      }),
    )
    .input(RotateSecret)
    .output(WebhookWithSecret)
    .mutation(({ ctx, input }) => rotateSecret(ctx, input)),
  deliveries: procedure
    .meta(
      rest({
        ...common,
        method: "GET",
        path: `${one}/deliveries`,
        summary: "What was and is to be sent, newest first",
        reasons: found,
      }),
    )
    .input(ListDeliveries)
    .output(DeliveryPage)
    .query(({ ctx, input }) => listDeliveries(ctx, input)),
  replay: procedure
    .meta(
      rest({
        ...common,
        method: "POST",
        path: `${one}/replay`,
        summary: "Send again: one event, or a part of the log",
        status: 201,
        reasons: [
          ...sending,
          "webhooks.event_not_found",
          "webhooks.bad_range",
          "events.cursor_gone",
        ],
      }),
    )
    .input(Replay)
    .output(ReplayResult)
    .mutation(({ ctx, input }) => replay(ctx, input)),
  test: procedure
    .meta(
      rest({
        ...common,
        method: "POST",
        path: `${one}/test`,
        summary: "Send a test event",
        status: 201,
        reasons: sending,
      }),
    )
    .input(SendTest)
    .output(Delivery)
    .mutation(({ ctx, input }) => sendTest(ctx, input)),
});
