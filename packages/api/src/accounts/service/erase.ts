/**
 * Erasure: afterwards no table, stream or event leads to the person (GDPR 17). Orders keep their figures, actions of
 * staff that they were done.
 */
import { mails, surveys, users } from "@meridian/db/schema.ts";
import { eq, sql } from "drizzle-orm";
import { endOwnCarts } from "../../cart/service/own.ts";
import { eraseCheckouts } from "../../checkout/service/erase.ts";
import { forgetAddresses } from "../../kernel/audit.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { deleteKeysAbout } from "../../kernel/idempotency/keys.ts";
import { userGone } from "../../kernel/permission.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import { eraseBuyers } from "../../orders/service/erase.ts";
import { eraseContributions } from "../../reviews/service/privacy.ts";
import { eraseWatches } from "../../watches/service/own.ts";
import { eraseWishlist } from "../../wishlist/service/privacy.ts";
import type { EraseMe } from "../contract/privacy.ts";
import { requireUser } from "./user.ts";

/**
 * All of it in one transaction, behind the user's row: what would point to the user meanwhile waits, and is then refused.
 * Sessions, refresh tokens and ways to sign in go with the row.
 * @throws invalid `accounts.address_differs`
 * @throws conflict `order.not_sent` {orderIds}, `checkout.not_open` {state}: what is under way ends first
 */
export async function eraseMe(ctx: ServiceContext, input: EraseMe): Promise<void> {
  const userId = requireUser(ctx);
  await inTransaction(ctx, async (tx) => {
    const [user] = await tx.db.select().from(users).where(eq(users.id, userId)).for("update");
    if (user === undefined) throw userGone();
    if (user.email !== input.email) throw addressDiffers();
    const { email } = user;
    const { checkoutIds, orderIds } = await eraseCheckouts(tx, { userId, email });
    const contributionIds = await eraseContributions(tx, userId);
    await eraseWatches(tx, email);
    await eraseBuyers(tx, orderIds);
    await endOwnCarts(tx, userId);
    await eraseWishlist(tx, userId);
    const asked = await tx.db.delete(surveys).where(eq(surveys.userId, userId)).returning();
    const surveyIds = asked.map(({ id }) => id);
    const ids = [...checkoutIds, ...orderIds, ...contributionIds, ...surveyIds];
    await deleteKeysAbout(tx.db, { userId, email, ids });
    await forgetAddresses(tx, userId);
    await forgetAttempts(tx, { userId, email });
    await tx.db.delete(users).where(eq(users.id, userId));
  });
}

/** Links and codes that were handed out, mails that wait, and how often something was tried. */
async function forgetAttempts(
  { db }: TransactionContext,
  { userId, email }: { userId: string; email: string },
): Promise<void> {
  await db.execute(sql`
    delete from verification
    where strpos(value, ${userId}) > 0 or strpos(value, ${email}) > 0 or strpos(identifier, ${email}) > 0`);
  await db.delete(mails).where(eq(mails.recipient, email));
  await db.execute(sql`
    delete from rate_window where split_part(key, ':', 2) in (${email}, ${userId})`);
}

function addressDiffers(): DomainError {
  return new DomainError("invalid", "accounts.address_differs", {
    message: "This is not the account's address. Nothing was erased.",
    errors: [{ pointer: "/email", message: "is not the account's" }],
  });
}
