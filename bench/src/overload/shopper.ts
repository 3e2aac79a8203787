import { setTimeout as delay } from "node:timers/promises";
import { send } from "../http-client.ts";
import { payFor, type Resource } from "../pay.ts";
import type { Shelf } from "../shelf.ts";

/** What a crowd of shoppers met. Counted between `begin` and `end`, both in milliseconds of this process's clock. */
export type Tally = {
  begin: number;
  end: number;
  /** Answers that were of use: as wanted, and within `usefulMs`. */
  useful: number;
  orders: number;
  refused: number;
  /** Shoppers who were refused their first look, and left. */
  turnedAway: number;
  /** Shoppers who had begun and gave up after `tries` refusals of one step. */
  lost: number;
  /** Anything else than an answer as wanted or a refusal for overload. */
  failed: Record<string, number>;
  /** Of every answer that was no refusal. */
  latenciesMs: number[];
};

const usefulMs = 1_000;
const tries = 4;

class TurnedAway extends Error {}
class Lost extends Error {}

/**
 * One shopper: looks at a list and two products; every second one fills a cart; every second of those buys.
 * A first look that is refused ends it; later the shopper comes back when told to, as the storefront does.
 */
export async function shop(n: number, shelf: Shelf, tally: Tally): Promise<void> {
  const ask = (first: boolean, method: string, path: string, ...rest: Sent) =>
    persist(shelf.url, tally, first, method, path, ...rest);
  const handle = (step: number) => shelf.handles[(n * 7 + step) % shelf.handles.length] ?? "";
  try {
    await ask(true, "GET", "/products?limit=20&region=eu");
    await ask(false, "GET", `/products/${handle(0)}?region=eu`);
    await ask(false, "GET", `/products/${handle(1)}?region=eu`);
    if (n % 2 === 1) return;
    const cart = await ask(false, "POST", "/carts", { region: "eu" });
    const variantId = shelf.variantIds[n % shelf.variantIds.length];
    const operations = [{ type: "add", seq: 0, variantId, quantity: 1 }];
    await ask(false, "POST", `/carts/${cart.id}/operations`, {
      device: `shopper-${n}`,
      operations,
    });
    if (n % 4 !== 0) return;
    await payFor(cart.id, (...step) => ask(false, ...step));
    if (isCounted(tally, performance.now())) tally.orders += 1;
  } catch (error) {
    const counted = isCounted(tally, performance.now());
    if (counted && error instanceof TurnedAway) tally.turnedAway += 1;
    else if (counted && error instanceof Lost) tally.lost += 1;
  }
}

type Sent = [body?: object, headers?: Record<string, string>];

async function persist(
  url: string,
  tally: Tally,
  first: boolean,
  method: string,
  path: string,
  ...[body, headers]: Sent
): Promise<Resource> {
  for (let attempt = 1; ; attempt++) {
    const sentAt = performance.now();
    const answer = await send(`${url}/api/v1${path}`, method, body, headers);
    const now = performance.now();
    const counted = isCounted(tally, now);
    if (answer.status === 503) {
      if (counted) tally.refused += 1;
      if (first) throw new TurnedAway();
      if (attempt === tries) throw new Lost();
      await delay(answer.retryAfterMs * (1 + Math.random() / 2));
      continue;
    }
    if (counted) tally.latenciesMs.push(now - sentAt);
    if (answer.status >= 300) {
      if (counted) tally.failed[answer.status] = (tally.failed[answer.status] ?? 0) + 1;
      throw new Error(`${method} ${path}: ${answer.status}`);
    }
    if (counted && now - sentAt <= usefulMs) tally.useful += 1;
    return JSON.parse(answer.text) as Resource;
  }
}

const isCounted = ({ begin, end }: Tally, at: number) => at >= begin && at < end;
