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
  /** The `source` of every event. */
  source: string;
  /** Writes down what came of a try; those of one moment in one statement. */
  settle(outcome: Outcome): Promise<void>;
  disable(webhookId: string): Promise<void>;
};
