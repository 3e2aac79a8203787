import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { newSecret, signedHeaders, validSecrets } from "./secrets.ts";

const body = JSON.stringify({ type: "meridian.order.placed", data: { title: "Gezeiten – 茶" } });
const message = { id: "evt_01jv3ge8k2zt5y9m4n7q6r8s0w", body };

test("the reference library verifies what is signed, and nothing that was changed", () => {
  const secret = newSecret();
  const headers = signedHeaders(message, [{ value: secret, expiresAt: null }], new Date());
  const receiver = new Webhook(secret);
  expect(receiver.verify(body, headers)).toEqual(JSON.parse(body));
  expect(() => receiver.verify(`${body} `, headers)).toThrow();
  expect(() => receiver.verify(body, { ...headers, "webhook-id": "evt_other" })).toThrow();
  expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow();
});

test("a message that is sent again later by somebody else is refused", () => {
  const secret = newSecret();
  const anHourAgo = new Date(Date.now() - 3_600_000);
  const headers = signedHeaders(message, [{ value: secret, expiresAt: null }], anHourAgo);
  expect(() => new Webhook(secret).verify(body, headers)).toThrow("timestamp");
});

test("during a rotation the receiver may have either secret, afterwards only the new one", () => {
  const now = new Date();
  const [fresh, old] = [newSecret(), newSecret()];
  const until = (ms: number) => [
    { value: fresh, expiresAt: null },
    { value: old, expiresAt: new Date(now.getTime() + ms).toISOString() },
  ];
  const during = signedHeaders(message, until(1_000), now);
  expect(during["webhook-signature"].split(" ")).toHaveLength(2);
  for (const secret of [fresh, old]) expect(new Webhook(secret).verify(body, during)).toBeDefined();
  const after = signedHeaders(message, until(-1_000), now);
  expect(new Webhook(fresh).verify(body, after)).toBeDefined();
  expect(() => new Webhook(old).verify(body, after)).toThrow();
  expect(validSecrets(until(-1_000), now)).toHaveLength(1);
});
