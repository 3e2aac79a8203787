import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "../client.ts";
import type { WireOrder } from "../journal.ts";
import type { Means } from "./fill-cart.ts";

/** The test provider's cards, the frequent ones more often. */
const tokens = [
  ...Array.from({ length: 6 }, () => "tok_success"),
  "tok_decline",
  "tok_challenge",
  "tok_challenge",
  "tok_timeout",
];

/** Pays until it is known how it ended. @returns the order, when there is one */
export async function pay(means: Means, checkoutId: string): Promise<WireOrder | undefined> {
  const first = await payWith(means, checkoutId, means.random.pick(tokens));
  const isDeclined = first.status === 402;
  const answer = isDeclined ? await payWith(means, checkoutId, "tok_success") : first;
  return conclude(means, checkoutId, answer);
}

/** Sends the payment and leaves: nobody will ever ask what became of it. */
export async function payAndLeave({ client, random }: Means, checkoutId: string): Promise<void> {
  const call = completion(checkoutId, random.pick(tokens), randomUUID());
  await client.try(call, random.between(1, 60));
}

async function payWith(means: Means, checkoutId: string, token: string): Promise<Answer> {
  const { client, random } = means;
  const call = completion(checkoutId, token, randomUUID());
  if (random.chance(0.2)) {
    // Pressed in two tabs: the same key, or another.
    const twin = random.chance(0.5) ? call : completion(checkoutId, token, randomUUID());
    const [one, other] = await Promise.all([settle(means, call), settle(means, twin)]);
    conclude(means, checkoutId, other);
    return one;
  }
  return await settle(means, call, client);
}

/** Asks with the same key until the answer is the last word; passes, fails or ignores a challenge on the way. */
async function settle(
  means: Means,
  call: ReturnType<typeof completion>,
  client = means.client,
): Promise<Answer> {
  const { random } = means;
  const decision = random.chance(0.7) ? "approve" : "decline";
  for (;;) {
    const answer = await client.ask(call);
    if (answer.status !== 202) return answer;
    if (answer.body.state === "requires_action") {
      await client.ask({
        method: "POST",
        path: new URL(answer.body.action.url).pathname,
        form: { decision },
      });
    } else await sleep(random.between(100, 400));
  }
}

function conclude(
  { journal }: Means,
  checkoutId: string,
  { status, body }: Answer,
): WireOrder | undefined {
  const story = journal.checkouts.get(checkoutId);
  if (status === 201) {
    journal.placed(checkoutId, body);
    return body as WireOrder;
  }
  if (story && story.told !== "ordered") {
    story.told = body?.reason === "checkout.sold_out_refunded" ? "refunded" : "over";
  }
  return undefined;
}

function completion(checkoutId: string, token: string, key: string) {
  return {
    method: "POST",
    path: `/api/v1/checkouts/${checkoutId}/complete`,
    headers: { "idempotency-key": key },
    body: { payment: { provider: "test", token } },
  };
}
