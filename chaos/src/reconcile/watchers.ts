import { setTimeout as sleep } from "node:timers/promises";
import { check, type Check } from "../check.ts";
import type { Shop } from "../shop.ts";
import type { Sightings } from "../watchers/sightings.ts";

/** No figure of the shop: how long this run waits before it says that a watcher was forgotten. */
const patienceMs = 60_000;

type Truth = Map<string, { version: number; facts: Record<string, unknown> }>;

/** What every watcher saw last is what is, in each of its topics. */
export async function reconcileWatchers(
  shop: Shop,
  watchers: readonly Sightings[],
): Promise<Check[]> {
  const truth = await readTruth(shop);
  const deadline = performance.now() + patienceMs;
  let behind = watchers.flatMap((watcher) => differences(watcher, truth));
  while (behind.length > 0 && performance.now() < deadline) {
    await sleep(200);
    behind = watchers.flatMap((watcher) => differences(watcher, truth));
  }
  const two = watchers.flatMap((watcher) => watcher.contradictions);
  return [
    check("each watcher's newest frame is the present state of its topic", "lost", behind),
    check("no version of a stock was shown in two ways", "other", two),
  ];
}

function differences({ kind, topics, newest }: Sightings, truth: Truth): string[] {
  return topics.flatMap((topic) => {
    const [is, saw] = [truth.get(topic), newest.get(topic)];
    if (!is) return [`${topic} is watched, and not in the tables`];
    if (!saw) return [`${kind}: nothing was seen of ${topic}`];
    const state = (saw.state ?? {}) as Record<string, unknown>;
    const wrong = Object.entries(is.facts).filter(([name, value]) => state[name] !== value);
    const isSame = saw.version === is.version && wrong.length === 0;
    const facts = wrong.map(
      ([name, value]) => `${name} ${String(state[name])} for ${String(value)}`,
    );
    return isSame
      ? []
      : [`${kind}: ${topic} at ${saw.version} for ${is.version} ${facts.join(", ")}`];
  });
}

async function readTruth({ db }: Shop): Promise<Truth> {
  const rows = await db.$client<
    { topic: string; version: number; facts: Record<string, unknown> }[]
  >`
    select 'stock:' || variant_id as topic, sum(version)::int as version,
           jsonb_build_object('available', sum(on_hand - held)) as facts
    from level group by variant_id
    union all
    select 'cart:' || id, version, jsonb_build_object('state', state) from cart
    union all
    select 'order:' || id, version,
           jsonb_build_object('state', state, 'number', number) from "order"`;
  return new Map(rows.map(({ topic, version, facts }) => [topic, { version, facts }]));
}
