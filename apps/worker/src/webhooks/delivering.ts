import type { EventFeed, Log, Outcome } from "@meridian/api/server.ts";
import type { Database } from "@meridian/db/client.ts";
import type { WebhookMetrics } from "./metrics.ts";
import type { Sender } from "./sender.ts";

/** What all queues of a worker have in common. */
export type Delivering = {
  db: Database;
  feed: EventFeed;
  sender: Sender;
  metrics: WebhookMetrics;
  log: Log;
  /**
   * Deliveries of an endpoint that wait for a next try, at most: so far those that fail leave the others alone. Beyond, a kind of
   * events that makes up half of them waits in the log by itself.
   */
  maxWaiting: number;
  /** The `source` of every event. */
  source: string;
  /** Writes down what came of a try; those of one moment in one statement. */
  settle(outcome: Outcome): Promise<void>;
  disable(webhookId: string): Promise<void>;
};
