import { webhookDeliveries as deliveries, webhookReplays } from "@meridian/db/schema.ts";
import { and, desc, eq } from "drizzle-orm";
import { sourceOf } from "../../events/cloud-event.ts";
import { typePrefix } from "../../events/contract.ts";
import { cursorOf, parseCursor, readHead } from "../../events/log.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type { Delivery, Replay, ReplayResult, SendTest } from "../contract.ts";
import { toDelivery } from "./deliveries.ts";
import { lockWebhook } from "./rows.ts";

/**
 * Sends again, under the same ids: one event that the endpoint was sent before, or all events of its types in a
 * part of the log. A range is worked off beside what happens, however long it is.
 * @throws not_found `webhooks.not_found`, `webhooks.event_not_found` {eventId}; conflict `webhooks.disabled`
 * @throws invalid `webhooks.bad_range`; gone `events.cursor_gone` {oldest}
 */
export async function replay(ctx: ServiceContext, input: Replay): Promise<ReplayResult> {
  return await inTransaction(ctx, async (tx) => {
    await requireEnabled(tx, input.webhookId);
    const { webhookId, eventId, after, until } = input;
    if (eventId !== undefined && after === undefined && until === undefined) {
      return { delivery: await sendAgain(tx, webhookId, eventId), positions: 0 };
    }
    if (eventId !== undefined || after === undefined) throw badRange();
    return { delivery: null, positions: await addRange(tx, webhookId, after, until) };
  });
}

/** Sends a test event, which is in no log. @throws not_found `webhooks.not_found`; conflict `webhooks.disabled` */
export async function sendTest(ctx: ServiceContext, { webhookId }: SendTest): Promise<Delivery> {
  return await inTransaction(ctx, async (tx) => {
    await requireEnabled(tx, webhookId);
    const eventId = newId("evt");
    const type = "webhook.test";
    const body = {
      specversion: "1.0",
      id: eventId,
      source: sourceOf(ctx),
      type: `${typePrefix}${type}`,
      subject: webhookId,
      time: ctx.clock.now().toISOString(),
      datacontenttype: "application/json",
      data: { webhookId },
    };
    // A subject of its own here: it waits for no other test that failed.
    return await add(tx, { webhookId, eventId, type, subject: eventId, body });
  });
}

async function sendAgain(
  tx: TransactionContext,
  webhookId: string,
  eventId: string,
): Promise<Delivery> {
  const [sent] = await tx.db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.webhookId, webhookId), eq(deliveries.eventId, eventId)))
    .orderBy(desc(deliveries.seq))
    .limit(1);
  if (sent === undefined) {
    throw new DomainError("not_found", "webhooks.event_not_found", {
      message: "This endpoint was sent no such event. A range of the log can bring any.",
      details: { eventId },
    });
  }
  // It waits already: once more would be once too many.
  if (sent.state === "pending") return toDelivery(sent);
  const { type, subject, body } = sent;
  return await add(tx, { webhookId, eventId, type, subject, body });
}

async function add(
  { db }: TransactionContext,
  delivery: typeof deliveries.$inferInsert,
): Promise<Delivery> {
  const [row] = await db.insert(deliveries).values(delivery).returning();
  if (row === undefined) throw new Error("an insert returned no row");
  return toDelivery(row);
}

async function addRange(
  tx: TransactionContext,
  webhookId: string,
  after: string,
  until: string | undefined,
): Promise<number> {
  const head = await readHead(tx.db);
  const from = parseCursor(after);
  const to = until === undefined ? head : parseCursor(until);
  if (to.position <= from.position || to.position > head.position) throw badRange();
  if (from.epoch !== head.epoch || to.epoch !== head.epoch || from.position + 1 < head.oldest) {
    throw new DomainError("gone", "events.cursor_gone", {
      message: "Events behind this cursor are no longer kept.",
      details: { oldest: cursorOf(head.epoch, head.oldest - 1) },
    });
  }
  await tx.db
    .insert(webhookReplays)
    .values({ webhookId, position: from.position, until: to.position });
  return to.position - from.position;
}

async function requireEnabled(tx: TransactionContext, webhookId: string): Promise<void> {
  const { state } = await lockWebhook(tx, webhookId);
  if (state === "enabled") return;
  throw new DomainError("conflict", "webhooks.disabled", {
    message: "The webhook is disabled: nothing can be sent to it.",
  });
}

function badRange(): DomainError {
  return new DomainError("invalid", "webhooks.bad_range", {
    message: "Name an eventId, or a range with `after`, and `until` behind it in the log.",
  });
}
