/** What a hub reads: for all its watchers together, so that a thousand who come back at once do not ask one by one. */
import type { Database } from "@meridian/db/client.ts";
import { changedSince, readHead, type LogHead } from "../events/log.ts";
import type { ServiceContext } from "../kernel/context.ts";
import type { LiveFrame } from "./contract.ts";
import { parseTopic } from "./frame.ts";
import { gather } from "../kernel/gather.ts";
import { loadStates } from "./states.ts";

/** Watchers in one read. */
const maxBatch = 100;

type Resume = { topics: readonly string[]; after: number };

export class TopicReader {
  /** The newest state of each of the topics that has one. */
  readonly states: (topics: readonly string[]) => Promise<LiveFrame[]>;
  /** The head of the log, and which of the topics changed behind `after`. */
  readonly changes: (resume: Resume) => Promise<{ head: LogHead; changed: string[] }>;

  constructor({ db, context }: { db: Database; context: ServiceContext }) {
    this.states = gather(maxBatch, (batch) => readStates(context, batch));
    this.changes = gather(maxBatch, (batch) => readChanges(db, batch));
  }
}

async function readStates(context: ServiceContext, batch: readonly (readonly string[])[]) {
  const frames = await loadStates(context, [...new Set(batch.flat())]);
  const byTopic = new Map(
    frames.flatMap((frame) => ("topic" in frame ? [[frame.topic, frame] as const] : [])),
  );
  return batch.map((topics) => topics.flatMap((topic) => byTopic.get(topic) ?? []));
}

async function readChanges(db: Database, batch: readonly Resume[]) {
  const head = await readHead(db);
  const wanted = batch.flatMap(({ topics, after }) =>
    topics.map((topic) => ({ aggregateId: parseTopic(topic).id, after })),
  );
  const hasChanged = await changedSince(db, wanted);
  let index = 0;
  return batch.map(({ topics }) => ({
    head,
    changed: topics.filter(() => hasChanged[index++] === true),
  }));
}
