/** A user's own: their address is confirmed, so one click is enough. What the address waited for before is theirs, too. */
import { users } from "@meridian/db/schema.ts";
import { eq, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { userGone } from "../../kernel/permission.ts";
import { statement } from "../../kernel/statement.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import type { OneVariant, OwnWatches, SetOwnWatch, StockWatch } from "../contract.ts";
import { addWatch } from "./add.ts";
import { notFound } from "./refusals.ts";
import { listWatchesOf, selectWatches } from "./view.ts";

/** @throws unauthenticated `auth.token_invalid` when the account is gone */
export async function listOwnWatches(ctx: ServiceContext): Promise<OwnWatches> {
  return { items: await listWatchesOf(ctx, await addressOf(ctx)) };
}

/**
 * There may be one already: it stays.
 * @throws not_found `inventory.variant_not_found` {variantId}
 * @throws conflict `watches.in_stock` {variantId}, `watches.too_many` {max}
 * @throws forbidden `auth.email_not_verified`
 */
export function setOwnWatch(ctx: ServiceContext, input: SetOwnWatch): Promise<StockWatch> {
  return inTransaction(ctx, async (tx) => {
    const email = await addressOf(tx, { isLocked: true });
    const { id } = await addWatch(tx, { ...input, email, isConfirmed: true });
    const [watch] = await selectWatches(tx, sql`watch.id = ${id}`);
    if (watch === undefined) throw new Error("a watch that was just added is gone");
    return watch;
  });
}

/** @throws not_found `watches.not_found` {variantId} */
export async function removeOwnWatch(
  ctx: ServiceContext,
  { variantId }: OneVariant,
): Promise<void> {
  const email = await addressOf(ctx);
  const removed = await statement(
    ctx.db,
    sql`delete from watch where variant_id = ${variantId} and email = ${email} returning 1`,
  );
  if (removed.length === 0) throw notFound(variantId);
}

/** Nothing of an address is left. */
export async function eraseWatches({ db }: TransactionContext, email: string): Promise<void> {
  await statement(db, sql`delete from watch_address where email = ${email}`);
}

/** Locked, so that an erasure beside it comes before, and is seen, or after, and finds it. */
async function addressOf(
  { db, actor }: ServiceContext,
  { isLocked = false } = {},
): Promise<string> {
  const query = db
    .select({ email: users.email, isVerified: users.emailVerified })
    .from(users)
    .where(eq(users.id, actor.kind === "user" ? actor.id : ""));
  const [user] = await (isLocked ? query.for("key share") : query);
  if (user === undefined) throw userGone();
  if (!user.isVerified)
    throw new DomainError("forbidden", "auth.email_not_verified", {
      message: "The account's address is not confirmed yet.",
    });
  return user.email;
}
