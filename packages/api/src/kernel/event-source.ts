/** What procedures may know of the event log. */
export type LoggedEvent = {
  position: number;
  /** `evt_...`: the same id on every channel. */
  id: string;
  /** `stock.changed`. */
  type: string;
  aggregateId: string;
  /** Of the aggregate, after the change. */
  version: number;
  data: Record<string, unknown>;
  /** When the change was made: ISO 8601, UTC. */
  occurredAt: string;
  /** W3C trace context of the request that made it. */
  traceparent: string | null;
};

/** Of which events, and from where on. Types are the log's own: `order.placed`; absent: all. */
export type EventQuery = {
  /** A cursor, or `latest`; absent: from the oldest event that is kept. */
  after: string | undefined;
  types: readonly string[] | undefined;
};

export type EventPage = {
  events: readonly LoggedEvent[];
  /** All events up to here were on this page, or were not asked for. */
  cursor: string;
  /** Whether there was more behind it. */
  hasMore: boolean;
};

export type EventSource = {
  /** @throws gone `events.cursor_gone` {oldest} */
  page(query: EventQuery & { limit: number }): Promise<EventPage>;
  /**
   * Resolves when an event that is asked for comes behind `after`, a cursor of a page, or when `signal` aborts.
   * False: this process goes out of service, and tells of nothing any more.
   */
  next(query: { after: string; types: EventQuery["types"] }, signal: AbortSignal): Promise<boolean>;
};
