/** What a hub reads: for all its watchers together, so that a thousand who come back at once do not ask one by one. */
import type { Database } from "@meridian/db/client.ts";
import { findCartOwners } from "../cart/service/own.ts";
import { changedSince, readHead, type LogHead } from "../events/log.ts";
import type { ServiceContext } from "../kernel/context.ts";
import { findWishlistOwners } from "../wishlist/service/live.ts";
import { parseTopic } from "./frame.ts";
import { gather } from "../kernel/gather.ts";
import type { TopicKind } from "./contract.ts";
import { loadStates, type TopicState } from "./states.ts";

/** Watchers in one read. */
const maxBatch = 100;

type Resume = { topics: readonly string[]; after: number };
type Changes = {
  head: LogHead;
  changed: string[];
  /** The users who alone may see a topic, of those that have one. */
  owners: ReadonlyMap<string, string>;
};

export class TopicReader {
  /** The newest state of each of the topics that has one. */
  readonly states: (topics: readonly string[]) => Promise<TopicState[]>;
  /** The head of the log, which of the topics changed behind `after`, and whose they are. */
  readonly changes: (resume: Resume) => Promise<Changes>;

  constructor({ db, context }: { db: Database; context: ServiceContext }) {
    this.states = gather(maxBatch, (batch) => readStates(context, batch));
    this.changes = gather(maxBatch, (batch) => readChanges(db, batch));
  }
}

async function readStates(context: ServiceContext, batch: readonly (readonly string[])[]) {
  const states = await loadStates(context, [...new Set(batch.flat())]);
  const byTopic = new Map(
    states.flatMap((state) =>
      "topic" in state.value ? [[state.value.topic, state] as const] : [],
    ),
  );
  return batch.map((topics) => topics.flatMap((topic) => byTopic.get(topic) ?? []));
}

async function readChanges(db: Database, batch: readonly Resume[]): Promise<Changes[]> {
  const head = await readHead(db);
  const wanted = batch.flatMap(({ topics, after }) =>
    topics.map((topic) => ({ aggregateId: parseTopic(topic).id, after })),
  );
  const hasChanged = await changedSince(db, wanted);
  const owners = await readOwners(db, batch);
  let index = 0;
  return batch.map(({ topics }) => ({
    head,
    owners,
    changed: topics.filter(() => hasChanged[index++] === true),
  }));
}

async function readOwners(db: Database, batch: readonly Resume[]): Promise<Map<string, string>> {
  const parsed = batch.flatMap(({ topics }) => topics.map(parseTopic));
  const idsOf = (wanted: TopicKind) => [
    ...new Set(parsed.flatMap(({ kind, id }) => (kind === wanted ? [id] : []))),
  ];
  const [carts, lists] = await Promise.all([
    findCartOwners(db, idsOf("cart")),
    findWishlistOwners(db, idsOf("wishlist")),
  ]);
  return new Map([
    ...[...carts].map(([id, userId]) => [`cart:${id}`, userId] as const),
    ...[...lists].map(([id, userId]) => [`wishlist:${id}`, userId] as const),
  ]);
}
