import { randomUUID } from "node:crypto";
import type { Answer, Client } from "../client.ts";
import type { CartStory, Journal } from "../journal.ts";
import type { Random } from "../random.ts";
import type { Shelf } from "../shelf.ts";
import type { Tally } from "../tally.ts";

/** What a shopper acts with. */
export type Means = {
  client: Client;
  random: Random;
  journal: Journal;
  tally: Tally;
  shelf: Shelf;
};

export type OpenCart = { id: string; story: CartStory };

type WireLine = { variantId: string; quantity: number };

export async function openCart({ client, journal }: Means): Promise<OpenCart> {
  const { body } = await client.ask({
    method: "POST",
    path: "/api/v1/carts",
    body: { region: "eu" },
    headers: { "idempotency-key": randomUUID() },
  });
  return { id: body.id, story: journal.openCart(body.id) };
}

/** Puts things into the cart by both doors, from one device or two at once, and now and then takes one out. */
export async function fillCart(means: Means, cart: OpenCart): Promise<void> {
  const { random, shelf } = means;
  if (random.chance(0.25)) await fromTwoDevices(means, cart);
  const wanted = [random.pick(shelf.plenty), random.pick([...shelf.plenty, ...shelf.scarce])];
  for (const { variantId } of random.chance(0.5) ? wanted : wanted.slice(1)) {
    const quantity = random.between(1, 3);
    if (random.chance(0.3)) await setExactly(means, cart, variantId, quantity);
    else await operate(means, cart, { type: "add", variantId, quantity });
  }
  if (random.chance(0.15)) await removeOne(means, cart);
}

/** A sum of adds: whatever their order, all of them count. */
async function fromTwoDevices(means: Means, cart: OpenCart): Promise<void> {
  const { random, client, journal, tally, shelf } = means;
  const devices = [randomUUID(), randomUUID()];
  const adds = devices.map(async (device) => {
    for (let seq = 0; seq < 3; seq++) {
      const { variantId } = random.pick(shelf.plenty);
      const answer = await client.ask(
        operation(cart, device, { type: "add", seq, variantId, quantity: 1 }),
      );
      const status = outcomeOf(answer, tally);
      if (status === "applied" || status === "duplicate") journal.add(cart.story, variantId, 1);
      else
        journal.contradictions.push(
          `an add to ${cart.id} was ${status ?? answer.status}, with plenty there`,
        );
    }
  });
  await Promise.all(adds);
}

/** The mergeable door, with a device of its own. What is short is adjusted: the answer says to what. */
export async function operate(
  means: Means,
  cart: OpenCart,
  intent: { type: "add" | "remove"; variantId: string; quantity?: number },
): Promise<Answer> {
  const answer = await means.client.ask(operation(cart, randomUUID(), { ...intent, seq: 0 }));
  if (outcomeOf(answer, means.tally) !== undefined) {
    const quantity = quantityIn(answer.body.cart, intent.variantId);
    means.journal.set(cart.story, intent.variantId, quantity);
  }
  return answer;
}

/** The exact door. A 412 may be the echo of an own request whose answer was lost: its cart tells. */
async function setExactly(
  means: Means,
  cart: OpenCart,
  variantId: string,
  quantity: number,
): Promise<void> {
  const { client, journal, tally } = means;
  const path = `/api/v1/carts/${cart.id}/lines/${variantId}`;
  let { body: seen } = await client.ask({ method: "GET", path: `/api/v1/carts/${cart.id}` });
  for (let tries = 0; tries < 5; tries++) {
    const headers = { "if-match": `"${seen.version}"` };
    const { status, body } = await client.ask({ method: "PUT", path, headers, body: { quantity } });
    if (status === 200) return journal.set(cart.story, variantId, quantity);
    if (status !== 412) return;
    seen = body.current;
    if (quantityIn(seen, variantId) === quantity) {
      tally.suppressed++;
      return journal.set(cart.story, variantId, quantity);
    }
  }
}

async function removeOne(means: Means, cart: OpenCart): Promise<void> {
  const inCart = [...cart.story.acknowledged].filter(([, quantity]) => quantity > 0);
  if (inCart.length < 2) return;
  const [variantId] = means.random.pick(inCart);
  await operate(means, cart, { type: "remove", variantId });
}

function operation({ id }: OpenCart, device: string, intent: object) {
  return {
    method: "POST",
    path: `/api/v1/carts/${id}/operations`,
    body: { device, operations: [intent] },
  };
}

/** Undefined when the request itself was refused. */
function outcomeOf({ status, body }: Answer, tally: Tally): string | undefined {
  if (status !== 200) return undefined;
  const outcome = body.outcomes[0].status as string;
  if (outcome === "duplicate") tally.suppressed++;
  return outcome;
}

function quantityIn(cart: { lines: WireLine[] }, variantId: string): number {
  return cart.lines.find((line) => line.variantId === variantId)?.quantity ?? 0;
}
