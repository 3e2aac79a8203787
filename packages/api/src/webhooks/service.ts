import { webhooks, webhookQueues } from "@meridian/db/schema.ts";
import { asc, gt, sql } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../kernel/cursor.ts";
import type { ServiceContext } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { inTransaction } from "../kernel/transaction.ts";
import { z } from "zod";
import {
  WebhookId,
  type AddWebhook,
  type GetWebhook,
  type ListWebhooks,
  type Webhook,
  type WebhookPage,
  type WebhookWithSecret,
} from "./contract.ts";
import { newSecret } from "./secrets.ts";
import {
  lockWebhook,
  requireUrl,
  toEventNames,
  toWebhook,
  webhookNotFound,
} from "./service/rows.ts";

const maxWebhooks = 100;

/**
 * Adds an endpoint; it is sent what happens from now on. The answer alone shows the secret.
 * @throws invalid `webhooks.url_refused` {why}, `webhooks.too_many` {max}, `events.unknown_type` {types}
 */
export async function addWebhook(
  ctx: ServiceContext,
  input: AddWebhook,
): Promise<WebhookWithSecret> {
  requireUrl(ctx, input.url);
  const types = toEventNames(input.types);
  const secret = newSecret();
  return await inTransaction(ctx, async ({ db }) => {
    const count = await db.$count(webhooks);
    if (count >= maxWebhooks) {
      throw new DomainError("invalid", "webhooks.too_many", {
        message: `There can be ${maxWebhooks} webhooks. Remove one that is not used.`,
        details: { max: maxWebhooks },
      });
    }
    const { url, description } = input;
    const secrets = [{ value: secret, expiresAt: null }];
    const [row] = await db
      .insert(webhooks)
      .values({ id: newId("whk"), url, description, types, secrets })
      .returning();
    if (row === undefined) throw new Error("an insert returned no row");
    await db
      .insert(webhookQueues)
      .values({ webhookId: row.id, position: sql`(select position from event_log_head)` });
    return { ...toWebhook(row), secret };
  });
}

/** @throws not_found `webhooks.not_found` {webhookId} */
export async function getWebhook(
  { db }: ServiceContext,
  { webhookId }: GetWebhook,
): Promise<Webhook> {
  const row = await db.query.webhooks.findFirst({ where: ({ id }, { eq }) => eq(id, webhookId) });
  if (row === undefined) throw webhookNotFound(webhookId);
  return toWebhook(row);
}

/** Oldest first. */
export async function listWebhooks(
  { db }: ServiceContext,
  input: ListWebhooks,
): Promise<WebhookPage> {
  const after =
    input.cursor === undefined ? "" : decodeCursor(input.cursor, z.tuple([WebhookId]))[0];
  const rows = await db
    .select()
    .from(webhooks)
    .where(gt(webhooks.id, after))
    .orderBy(asc(webhooks.id))
    .limit(input.limit + 1);
  const items = rows.slice(0, input.limit).map(toWebhook);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > input.limit && last ? encodeCursor([last.id]) : null };
}

/**
 * Removes an endpoint for good. What is on its way may still arrive; what waits does not.
 * @throws not_found `webhooks.not_found` {webhookId}
 */
export async function removeWebhook(ctx: ServiceContext, { webhookId }: GetWebhook): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await lockWebhook(tx, webhookId);
    await tx.db.execute(sql`
      update webhook_delivery set state = 'cancelled', settled_at = clock_timestamp()
      where webhook_id = ${webhookId} and state = 'pending'`);
    await tx.db.delete(webhooks).where(sql`${webhooks.id} = ${webhookId}`);
  });
}
