import type { LoggedEvent } from "@meridian/api/events/log.ts";
import { check, type Check } from "../check.ts";
import type { Consumer } from "../consumer.ts";
import type { Journal } from "../journal.ts";
import { articlesOf } from "../shelf.ts";
import type { Shop } from "../shop.ts";

type Aggregate = { id: string; version: number };

/** The log's reader got every event once, in order, and each aggregate's story is whole. */
export async function reconcileEvents(
  { db, shelf }: Shop,
  journal: Journal,
  { events }: Consumer,
): Promise<Check[]> {
  const gaps = events
    .filter((event, index) => event.position !== index + 1)
    .map((event) => `position ${event.position} (${event.id}) came out of turn`);
  const [log] = await db.$client<{ count: number }[]>`
    select count(*)::int as count from event_log`;
  if (log?.count !== events.length) gaps.push(`${events.length} were read of ${log?.count}`);

  const doubled = events.length - new Set(events.map((event) => event.id)).size;
  const stories = Map.groupBy(events, (event) => event.aggregateId);
  const versioned = await db.$client<Aggregate[]>`
    select id, version from cart where version > 1 union all
    select id, version from "order" union all
    select variant_id as id, sum(version)::int as version from level
    group by variant_id having sum(version) > count(*)`;
  const behind = versioned
    .filter(({ id, version }) => stories.get(id)?.at(-1)?.version !== version)
    .map(
      ({ id, version }) => `${id} is at ${version}, told up to ${stories.get(id)?.at(-1)?.version}`,
    );
  // Stock at several places has the sum of their versions, which may rise by more than one.
  const spread = new Set(
    articlesOf(shelf)
      .filter((a) => !a.isAtOnePlace)
      .map((a) => a.variantId),
  );
  const broken = [...stories].flatMap(([id, story]) => {
    const mayLeap = spread.has(id) || id.startsWith("chk_");
    return isInOrder(story, mayLeap) ? [] : [`${id}: ${story.map((e) => e.version).join(" ")}`];
  });
  const placed = new Set(events.filter((e) => e.type === "order.placed").map((e) => e.aggregateId));
  const untold = [...journal.orders.keys()].filter((id) => !placed.has(id));
  return [
    check("the consumer got every position of the log once, in order", "lost", gaps),
    check("no event has two positions", "other", doubled > 0 ? [`${doubled} have`] : []),
    check(
      "each aggregate's events come in the order of its versions, none missing",
      "lost",
      broken,
    ),
    check("each aggregate's last event tells its present version", "lost", behind),
    check("every acknowledged order was told of", "lost", untold),
  ];
}

function isInOrder(story: readonly LoggedEvent[], mayLeap: boolean): boolean {
  return story.every((event, index) => {
    const before = story[index - 1]?.version;
    if (before === undefined) return true;
    return mayLeap ? event.version > before : event.version === before + 1;
  });
}
