import type { ServiceContext } from "../kernel/context.ts";
import type { EventPage as LoggedPage, EventQuery, EventSource } from "../kernel/event-source.ts";
import { sourceOf, toCloudEvent } from "./cloud-event.ts";
import type { CloudEvent, EventPage, FollowEvents, ListEvents } from "./contract.ts";
import { cursorOf, parseCursor } from "./log.ts";
import { eventNames } from "./types.ts";

type FeedContext = Pick<ServiceContext, "settings"> & { events: EventSource };
type FollowContext = FeedContext & { whileAllowed?(signal: AbortSignal): AbortSignal };

/** What a stream asks for at once. */
const streamPage = 100;

/**
 * A page of the log behind `after`. When there is nothing yet, waits up to `wait` seconds for the first event.
 * @throws gone `events.cursor_gone` {oldest}; invalid `events.unknown_type` {types}
 */
export async function listEvents(
  ctx: FeedContext,
  { after, types, limit, wait }: ListEvents,
  signal?: AbortSignal,
): Promise<EventPage> {
  const names = types === undefined ? undefined : eventNames(types);
  let page = await ctx.events.page({ after, types: names, limit });
  if (isEmpty(page) && wait > 0) {
    await ctx.events.next({ after: page.cursor, types: names }, within(wait, signal));
    page = await ctx.events.page({ after: page.cursor, types: names, limit });
  }
  const source = sourceOf(ctx);
  const { events, cursor, hasMore } = page;
  return { items: events.map((event) => toCloudEvent(event, source)), cursor, hasMore };
}

/**
 * Events behind the cursor, then each as it happens, until `signal` aborts or the reader may read no more: who still may with
 * another token goes on with that. A reader that is slow reads further behind from the log: nothing is dropped,
 * and nothing piles up.
 * @throws as {@link listEvents}, before the first event
 */
export async function followEvents(
  ctx: FollowContext,
  { after, types, lastEventId }: FollowEvents,
  signal: AbortSignal,
): Promise<AsyncIterable<{ id: string; event: CloudEvent }>> {
  const names = types === undefined ? undefined : eventNames(types);
  const first = await ctx.events.page({
    after: lastEventId ?? after,
    types: names,
    limit: streamPage,
  });
  return stream(ctx, first, names, ctx.whileAllowed?.(signal) ?? signal);
}

async function* stream(
  ctx: FeedContext,
  first: LoggedPage,
  types: EventQuery["types"],
  signal: AbortSignal,
): AsyncIterable<{ id: string; event: CloudEvent }> {
  const source = sourceOf(ctx);
  for (let page = first; !signal.aborted;) {
    const { epoch } = parseCursor(page.cursor);
    for (const event of page.events) {
      yield { id: cursorOf(epoch, event.position), event: toCloudEvent(event, source) };
      if (signal.aborted) return;
    }
    if (isEmpty(page)) {
      const isOpen = await ctx.events.next({ after: page.cursor, types }, signal);
      if (!isOpen || signal.aborted) return;
    }
    page = await ctx.events.page({ after: page.cursor, types, limit: streamPage });
  }
}

function isEmpty({ events, hasMore }: LoggedPage): boolean {
  return events.length === 0 && !hasMore;
}

function within(seconds: number, signal: AbortSignal | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(Math.max(0, Math.ceil(seconds * 1000)));
  return signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
}
