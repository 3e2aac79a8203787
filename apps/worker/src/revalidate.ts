import { setTimeout } from "node:timers/promises";
import { type Batch, consume, type LoggedEvent } from "@meridian/api/server.ts";
import type { Database } from "@meridian/db/client.ts";

type Web = { url: string; secret: string };

/** The storefront takes no more in one request: apps/web/src/app/internal/revalidate/route.ts. */
const maxTags = 200;

/**
 * A page that is being made while it is told of is kept as new, with what it read before. Telling of it once more, when
 * it must be ready, mends that.
 */
const madeWithinMs = 5_000;

/** As {@link revalidateWeb}, of what is over five seconds old; waits for what is not. */
export function revalidateWebAgain(db: Database, web: Web): Promise<number> {
  return consume(db, "web-cache-again", 200, async (batch) => {
    const last = Math.max(...batch.events.map(({ occurredAt }) => Date.parse(occurredAt)));
    await setTimeout(Math.min(madeWithinMs, Math.max(0, last + madeWithinMs - Date.now())));
    await tellOf(web, batch);
  });
}

/**
 * Tells the storefront which cached pages a change of the catalogue or of its reviews made old. It follows the log with a
 * cursor, so a storefront that was down is told later. Returns how many events were looked at.
 */
export function revalidateWeb(db: Database, web: Web): Promise<number> {
  return consume(db, "web-cache", 200, (batch) => tellOf(web, batch));
}

async function tellOf(web: Web, { events, isBehindGap }: Batch): Promise<void> {
  // What was missed can't be named: lists go at once, pages by their own short lifetime.
  const missed = isBehindGap ? ["products", "shelves"] : [];
  const tags = [...new Set([...missed, ...events.flatMap(tagsOf)])];
  for (let first = 0; first < tags.length; first += maxTags)
    await tell(web, tags.slice(first, first + maxTags));
}

async function tell(web: Web, tags: readonly string[]): Promise<void> {
  const response = await fetch(new URL("/internal/revalidate", web.url), {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${web.secret}` },
    body: JSON.stringify({ tags }),
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok) throw new Error(`the storefront answered ${response.status} to a revalidation`);
}

type Told = { productId: string; handle: string; formerHandle?: string };

/** The tags that apps/web gives to what it caches. */
function tagsOf({ type, data }: LoggedEvent): string[] {
  const { productId, handle, formerHandle } = data as Told;
  if (type === "product.changed" || type === "rating.changed") {
    const handles = formerHandle === undefined ? [handle] : [handle, formerHandle];
    return ["products", ...handles.map((name) => `product:${name}`)];
  }
  if (type === "category.changed" || type === "collection.changed") return ["shelves"];
  const isPublication = type.startsWith("contribution.") || type === "votes.changed";
  return isPublication ? [`reviews:${productId}`] : [];
}
