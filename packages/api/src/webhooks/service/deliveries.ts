import { webhookDeliveries as deliveries } from "@meridian/db/schema.ts";
import { and, desc, eq, lt } from "drizzle-orm";
import { z } from "zod";
import { typePrefix } from "../../events/contract.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import type { Delivery, DeliveryPage, ListDeliveries } from "../contract.ts";
import { getWebhook } from "../service.ts";

export type DeliveryRow = typeof deliveries.$inferSelect;

const shownBody = 2_000;

/** What was and is to be sent to an endpoint, newest first. @throws not_found `webhooks.not_found` */
export async function listDeliveries(
  ctx: ServiceContext,
  input: ListDeliveries,
): Promise<DeliveryPage> {
  const { id } = await getWebhook(ctx, input);
  const before = input.cursor && decodeCursor(input.cursor, z.tuple([z.number().int()]))[0];
  const rows = await ctx.db
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.webhookId, id),
        input.state && eq(deliveries.state, input.state),
        before ? lt(deliveries.seq, before) : undefined,
      ),
    )
    .orderBy(desc(deliveries.seq))
    .limit(input.limit + 1);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toDelivery),
    nextCursor: rows.length > input.limit && last ? encodeCursor([last.seq]) : null,
  };
}

export function toDelivery(row: DeliveryRow): Delivery {
  const { seq, webhookId, eventId, type, state, attempts, createdAt, settledAt } = row;
  return {
    id: `whd_${seq}`,
    webhookId,
    eventId,
    type: `${typePrefix}${type}`,
    // What it is about. The row's own is what it waits behind.
    subject: String(row.body["subject"]),
    state,
    nextAttemptAt: state === "pending" ? row.nextAt : null,
    attempts,
    body: JSON.stringify(row.body).slice(0, shownBody),
    createdAt,
    settledAt,
  };
}
