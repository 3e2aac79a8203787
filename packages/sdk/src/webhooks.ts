import { Webhook, WebhookVerificationError } from "standardwebhooks";

export { WebhookVerificationError };

/**
 * What an endpoint got, once its signature, its time (five minutes either way) and nothing else say that the shop sent it.
 * @param secrets `whsec_...`; both the old and the new one while they are changed
 * @param body as it came, before anything parsed it
 * @throws WebhookVerificationError
 */
export function verifyWebhook<Event = unknown>(
  secrets: string | readonly string[],
  headers: Headers | Record<string, string | string[] | undefined>,
  body: string | Uint8Array,
): Event {
  const payload = typeof body === "string" ? body : new TextDecoder().decode(body);
  const signed = Object.fromEntries(
    ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => [
      name,
      read(headers, name),
    ]),
  );
  let refusal: unknown = new WebhookVerificationError("no secret");
  for (const secret of [secrets].flat()) {
    try {
      return new Webhook(secret).verify(payload, signed) as Event;
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}

function read(
  headers: Headers | Record<string, string | string[] | undefined>,
  name: string,
): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  return [value ?? ""].flat()[0] ?? "";
}
