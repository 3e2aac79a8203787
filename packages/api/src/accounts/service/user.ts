import { users } from "@meridian/db/schema.ts";
import { eq } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { userGone } from "../../kernel/permission.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";

/** @throws forbidden `auth.user_required` */
export function requireUser({ actor }: Pick<ServiceContext, "actor">): string {
  if (actor.kind === "user") return actor.id;
  throw new DomainError("forbidden", "auth.user_required", {
    message: "This is a user's own, and nobody is there who is one.",
  });
}

/**
 * The user's row, behind which changes of what is theirs come one after the other. Others may still point to it.
 * @throws forbidden `auth.user_required`; unauthenticated `auth.token_invalid` when the account is gone
 */
export async function lockUser(tx: TransactionContext): Promise<string> {
  const [row] = await tx.db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.id, requireUser(tx)))
    .for("no key update");
  if (row === undefined) throw userGone();
  return row.id;
}
