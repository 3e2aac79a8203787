import type { LoggedEvent } from "../events/log.ts";
import type { LiveFrame, TopicKind } from "./contract.ts";

/** Snapshots carry one state to many watchers, each at the own place. */
const jsonOf = new WeakMap<LiveFrame, string>();

/** A frame with its place in the log, serialised once for all watchers. */
export class Frame {
  readonly id: string;
  readonly value: LiveFrame;

  constructor(id: string, value: LiveFrame) {
    this.id = id;
    this.value = value;
  }

  /** Undefined for `ready` and `reset`, which speak of all topics. */
  get topic(): string | undefined {
    return "topic" in this.value ? this.value.topic : undefined;
  }

  get json(): string {
    const known = jsonOf.get(this.value);
    if (known !== undefined) return known;
    const json = JSON.stringify(this.value);
    jsonOf.set(this.value, json);
    return json;
  }

  /** The same frame at another place: a snapshot that repeats for a watcher whose cursor differs. */
  at(id: string): Frame {
    return id === this.id ? this : new Frame(id, this.value);
  }
}

const kindByAggregatePrefix: Record<string, TopicKind> = {
  var: "stock",
  cart: "cart",
  ord: "order",
  prod: "product",
  job: "job",
  wish: "wishlist",
};

/** `var_...` -> `stock:var_...`; null for aggregates that nobody can watch. */
export function topicOf(event: LoggedEvent): string | null {
  const prefix = event.aggregateId.slice(0, event.aggregateId.indexOf("_"));
  const kind = kindByAggregatePrefix[prefix];
  return kind === undefined ? null : `${kind}:${event.aggregateId}`;
}

/** `stock:var_...` -> its kind and id. */
export function parseTopic(topic: string): { kind: TopicKind; id: string } {
  const colon = topic.indexOf(":");
  return { kind: topic.slice(0, colon) as TopicKind, id: topic.slice(colon + 1) };
}
