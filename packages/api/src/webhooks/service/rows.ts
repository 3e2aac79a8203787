import { webhooks } from "@meridian/db/schema.ts";
import { eq } from "drizzle-orm";
import { typePrefix } from "../../events/contract.ts";
import { eventNames } from "../../events/types.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { settingsOf } from "../../kernel/settings.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import type { Webhook } from "../contract.ts";
import { whyRefused } from "../public-address.ts";

export type WebhookRow = typeof webhooks.$inferSelect;

export function toWebhook(row: WebhookRow): Webhook {
  const { id, url, types, description, state, disabledReason, version, createdAt, updatedAt } = row;
  return {
    id,
    url,
    types: (types ?? []).map((type) => `${typePrefix}${type}`),
    description,
    state,
    disabledReason,
    version,
    createdAt,
    updatedAt,
  };
}

/** As the log names them; null: all. @throws invalid `events.unknown_type` {types} */
export function toEventNames(types: readonly string[]): string[] | null {
  return types.length === 0 ? null : [...new Set(eventNames(types))];
}

/** Locks the endpoint until the transaction ends. @throws not_found `webhooks.not_found` {webhookId} */
export async function lockWebhook(tx: TransactionContext, webhookId: string): Promise<WebhookRow> {
  const [row] = await tx.db.select().from(webhooks).where(eq(webhooks.id, webhookId)).for("update");
  if (row === undefined) throw webhookNotFound(webhookId);
  return row;
}

/** @throws invalid `webhooks.url_refused` {why} */
export function requireUrl(ctx: ServiceContext, url: string): void {
  const why = whyRefused(url, settingsOf(ctx).allowsLocalWebhooks);
  if (why === undefined) return;
  throw new DomainError("invalid", "webhooks.url_refused", {
    message: `The URL ${why}.`,
    details: { why },
    errors: [{ pointer: "/url", message: why }],
  });
}

export function webhookNotFound(webhookId: string): DomainError {
  return new DomainError("not_found", "webhooks.not_found", {
    message: "There is no webhook with this id.",
    details: { webhookId },
  });
}
