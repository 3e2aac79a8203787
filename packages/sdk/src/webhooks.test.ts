import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { verifyWebhook, WebhookVerificationError } from "./webhooks.ts";

const [old, current] = [
  "whsec_b2xkIHNlY3JldCBvZiAyNCBieXRlcyE=",
  "whsec_bmV3IHNlY3JldCBvZiAyNCBieXRlcyE=",
];
const body = JSON.stringify({ id: "evt_1", type: "meridian.order.placed" });
const signed = (secret: string, at = new Date()) => ({
  "webhook-id": "evt_1",
  "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
  "webhook-signature": new Webhook(secret).sign("evt_1", at, body),
});

test("what was signed with one of the secrets is read, as text or bytes", () => {
  const event = { id: "evt_1", type: "meridian.order.placed" };
  expect(verifyWebhook([old, current], signed(current), body)).toEqual(event);
  expect(
    verifyWebhook([old, current], new Headers(signed(old)), new TextEncoder().encode(body)),
  ).toEqual(event);
});

test("anything else is refused: other secret, other body, too old, unsigned", () => {
  const refused = [
    () => verifyWebhook(current, signed(old), body),
    () => verifyWebhook(current, signed(current), `${body} `),
    () => verifyWebhook(current, signed(current, new Date(Date.now() - 600_000)), body),
    () => verifyWebhook(current, {}, body),
    () => verifyWebhook([], signed(current), body),
  ];
  for (const attempt of refused) expect(attempt).toThrow(WebhookVerificationError);
});
