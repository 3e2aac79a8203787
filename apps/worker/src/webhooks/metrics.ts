import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { EndpointQueue } from "./endpoint-queue.ts";
import type { Verdict } from "./judge.ts";

export type WebhookMetrics = ReturnType<typeof createWebhookMetrics>;

export function createWebhookMetrics(
  registry: Registry,
  queues: ReadonlyMap<string, EndpointQueue>,
) {
  const registers = [registry];
  const attempts = new Counter({
    name: "meridian_webhook_attempts_total",
    help: "Tries to deliver, by what came of them: delivered, pending (it is tried again), failed",
    labelNames: ["outcome"] as const,
    registers,
  });
  const durations = new Histogram({
    name: "meridian_webhook_attempt_seconds",
    help: "How long endpoints took to answer",
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15],
    registers,
  });
  const lags = new Histogram({
    name: "meridian_webhook_lag_seconds",
    help: "From the change to the delivery, of those that were delivered at the first try",
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 5, 30],
    registers,
  });
  const gauge = (name: string, help: string, read: (all: EndpointQueue[]) => number) =>
    new Gauge({
      name: `meridian_webhook_${name}`,
      help,
      registers,
      collect() {
        this.set(read([...queues.values()]));
      },
    });
  gauge("queues", "Endpoints that this worker sends to", (all) => all.length);
  gauge(
    "failing",
    "Of these, endpoints that failed several times in a row",
    (all) => all.filter((queue) => queue.isFailing).length,
  );
  gauge("in_hand", "Deliveries that wait or are on their way here", (all) =>
    all.reduce((sum, queue) => sum + queue.size, 0),
  );
  return {
    webhookAttempt(
      verdict: Verdict,
      durationMs: number,
      { attempts: before, body }: { attempts: number; body: Record<string, unknown> },
    ) {
      attempts.inc({ outcome: verdict.state });
      durations.observe(durationMs / 1000);
      if (verdict.state !== "delivered" || before > 0) return;
      lags.observe(Math.max(0, (Date.now() - Date.parse(String(body["time"]))) / 1000));
    },
  };
}
