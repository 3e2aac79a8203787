import { tracked } from "@trpc/server";
import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import { type CloudEvent, EventPage, FollowEvents, ListEvents } from "./contract.ts";
import { followEvents, listEvents } from "./service.ts";

const feed = rest({
  method: "GET",
  path: "/events",
  summary: "Read the event log: pages, long poll, or a stream",
  description:
    "Every change of the shop in one order, as CloudEvents. Keep `cursor` and send it as `after`. With `Accept: text/event-stream` the same events come as they happen; their ids are cursors, too. Delivery is at least once: know what you have had by its `id`.",
  tag: "Events",
  scope: "events:read",
  rank: "watch",
  stream: "events.follow",
  reasons: ["events.cursor_gone", "events.unknown_type"],
});

export const eventsRouter = router({
  list: procedure
    .meta(feed)
    .input(ListEvents)
    .output(EventPage)
    .query(({ ctx, input, signal }) => listEvents(ctx, input, signal)),
  follow: procedure
    .meta({ scope: "events:read" })
    .input(FollowEvents)
    // Not a generator: what is refused is refused before the stream begins.
    .subscription(async ({ ctx, input, signal }) =>
      withIds(await followEvents(ctx, input, signal ?? new AbortController().signal)),
    ),
});

async function* withIds(events: AsyncIterable<{ id: string; event: CloudEvent }>) {
  for await (const { id, event } of events) yield tracked(id, event);
}
