import type { Database } from "@meridian/db/client.ts";
import { bulkJobs } from "./bulk-jobs.ts";
import {
  applyCatalogChanges,
  askDue,
  deleteExpiredIdempotencyKeys,
  deleteExpiredSignIns,
  deleteRateWindows,
  deleteStaleCarts,
  deleteStaleSurveys,
  deleteStaleWatches,
  expireCheckouts,
  planSurveys,
  queueOrderMails,
  queueWatchMails,
  recoverPayments,
  recoverRefunds,
  sendMails,
  trimDeliveries,
  trimLog,
  type MailTransport,
  type RootContext,
} from "@meridian/api/server.ts";

export type Job = {
  name: string;
  /** Pause after a run that found nothing more to do. */
  everyMs: number;
  /** Settles at most a batch. Returns how many; a full batch is followed by the next at once. */
  run(): Promise<number>;
  batch: number;
};

/** Everything that has to happen without anybody asking. Several workers may run at once: each row is settled once. */
export function jobs(
  ctx: RootContext,
  db: Database,
  settings: {
    retentionDays: number;
    paymentTimeoutMs: number;
    mails: MailTransport;
    /** Where the storefront is. */
    shopUrl: string;
  },
): Job[] {
  // Younger than this, the request that began it may still be at work.
  const olderThanSeconds = settings.paymentTimeoutMs / 1000 + 5;
  const batch = 100;
  const job = (name: string, everyMs: number, run: (limit: number) => Promise<number>): Job => ({
    name,
    everyMs,
    batch,
    run: () => run(batch),
  });
  const minute = 60_000;
  return [
    // A hold that ran out is back on everybody's screen within a second.
    job("expire-checkouts", 400, (limit) => expireCheckouts(ctx, { limit })),
    // Counts of long lists follow what was sold out and what came in. An import brings thousands at once.
    {
      name: "apply-catalog-changes",
      everyMs: 300,
      batch: 2_000,
      run: () => applyCatalogChanges(db, 2_000),
    },
    ...bulkJobs(ctx),
    job("recover-payments", 2_000, (limit) => recoverPayments(ctx, { limit, olderThanSeconds })),
    job("recover-refunds", 5_000, (limit) => recoverRefunds(ctx, { limit, olderThanSeconds })),
    job("delete-stale-carts", 10 * minute, (limit) => deleteStaleCarts(ctx, { limit })),
    job("delete-idempotency-keys", 10 * minute, (limit) =>
      deleteExpiredIdempotencyKeys(ctx, { limit }),
    ),
    job("queue-order-mails", 1_000, (limit) =>
      queueOrderMails(ctx, { shopUrl: settings.shopUrl, limit }),
    ),
    // Stock changes by the thousand, and mostly nobody waits for it.
    {
      name: "queue-watch-mails",
      everyMs: 500,
      batch: 2_000,
      run: () => queueWatchMails(ctx, { limit: 2_000 }),
    },
    job("delete-stale-watches", 10 * minute, (limit) => deleteStaleWatches(ctx, { limit })),
    // Carts change all the time; few are of somebody who wants to be asked.
    {
      name: "plan-surveys",
      everyMs: 2_000,
      batch: 2_000,
      run: () => planSurveys(ctx, { limit: 2_000 }),
    },
    job("ask-surveys", 5_000, (limit) => askDue(ctx, { limit })),
    job("delete-stale-surveys", 10 * minute, (limit) => deleteStaleSurveys(ctx, { limit })),
    job("send-mails", 1_000, (limit) => sendMails(ctx, settings.mails, { limit })),
    job("delete-expired-sign-ins", 10 * minute, (limit) => deleteExpiredSignIns(ctx, { limit })),
    job("delete-rate-windows", 10 * minute, (limit) => deleteRateWindows(ctx, { limit })),
    job("trim-event-log", 10 * minute, (limit) => trimLog(db, settings.retentionDays, limit)),
    job("trim-webhook-deliveries", 10 * minute, (limit) =>
      trimDeliveries(db, settings.retentionDays, limit),
    ),
  ];
}
