import { webhooks, type StoredSecret } from "@meridian/db/schema.ts";
import { eq, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type { RotateSecret, UpdateWebhook, Webhook, WebhookWithSecret } from "../contract.ts";
import { newSecret, validSecrets } from "../secrets.ts";
import { lockWebhook, requireUrl, toEventNames, toWebhook, type WebhookRow } from "./rows.ts";

/**
 * Changes what is named; what is absent stays.
 * @throws not_found `webhooks.not_found`; invalid `webhooks.url_refused`, `events.unknown_type`
 * @throws precondition_failed `webhooks.version_mismatch` {expected, actual} with the current webhook
 */
export async function updateWebhook(ctx: ServiceContext, input: UpdateWebhook): Promise<Webhook> {
  if (input.url !== undefined) requireUrl(ctx, input.url);
  return await inTransaction(ctx, async (tx) => {
    const row = await lockWebhook(tx, input.webhookId);
    requireVersion(row, input.expectedVersion);
    const { url = row.url, description = row.description, state = row.state } = input;
    const types = input.types === undefined ? row.types : toEventNames(input.types);
    const disabledReason = state === "enabled" ? null : (row.disabledReason ?? "asked");
    if (state !== row.state) await (state === "enabled" ? beginAnew : cancelWaiting)(tx, row.id);
    return toWebhook(await write(tx, row.id, { url, description, state, disabledReason, types }));
  });
}

/**
 * A new secret; the ones before sign beside it for a while, so that a receiver can change over.
 * @throws not_found `webhooks.not_found`
 */
export async function rotateSecret(
  ctx: ServiceContext,
  { webhookId, overlapHours }: RotateSecret,
): Promise<WebhookWithSecret> {
  return await inTransaction(ctx, async (tx) => {
    const row = await lockWebhook(tx, webhookId);
    const secret = newSecret();
    const now = ctx.clock.now();
    const ends = new Date(now.getTime() + overlapHours * 3_600_000).toISOString();
    const earlier = validSecrets(row.secrets, now).map(({ value, expiresAt }): StoredSecret => ({
      value,
      expiresAt: expiresAt !== null && expiresAt < ends ? expiresAt : ends,
    }));
    const secrets = [{ value: secret, expiresAt: null }, ...(overlapHours > 0 ? earlier : [])];
    return { ...toWebhook(await write(tx, webhookId, { secrets })), secret };
  });
}

/** The endpoint has said that it is gone (410): nothing is sent to it until somebody enables it again. */
export async function disableGone(ctx: ServiceContext, webhookId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const row = await lockWebhook(tx, webhookId);
    if (row.state === "disabled") return;
    await cancelWaiting(tx, webhookId);
    await write(tx, webhookId, { state: "disabled", disabledReason: "gone" });
  });
}

async function write(
  { db }: TransactionContext,
  webhookId: string,
  changes: Partial<WebhookRow>,
): Promise<WebhookRow> {
  const [row] = await db
    .update(webhooks)
    .set({ ...changes, version: sql`${webhooks.version} + 1`, updatedAt: sql`clock_timestamp()` })
    .where(eq(webhooks.id, webhookId))
    .returning();
  if (row === undefined) throw new Error("a locked row is gone");
  return row;
}

function requireVersion(row: WebhookRow, expected: number): void {
  if (row.version === expected) return;
  throw new DomainError("precondition_failed", "webhooks.version_mismatch", {
    message: "The webhook has changed since.",
    details: { expected, actual: row.version },
    current: toWebhook(row),
  });
}

/**
 * What happened while it was disabled is not its: a replay brings it. The lease ends: a worker that has not heard of the
 * time between still has in hand what was cancelled.
 */
async function beginAnew({ db }: TransactionContext, webhookId: string): Promise<void> {
  await db.execute(sql`
    update webhook_queue
    set position = (select position from event_log_head), lease_token = null, lease_until = null
    where webhook_id = ${webhookId}`);
}

async function cancelWaiting({ db }: TransactionContext, webhookId: string): Promise<void> {
  await db.execute(sql`
    update webhook_delivery set state = 'cancelled', settled_at = clock_timestamp()
    where webhook_id = ${webhookId} and state = 'pending'`);
  await db.execute(sql`delete from webhook_replay where webhook_id = ${webhookId}`);
  await db.execute(sql`delete from webhook_detour where webhook_id = ${webhookId}`);
}
