/** Where a user has things sent to. Of those that there are exactly one is the default. */
import { userAddresses } from "@meridian/db/schema.ts";
import { and, count, desc, eq, sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import { inTransaction, type TransactionContext } from "../../kernel/transaction.ts";
import {
  maxAddresses,
  type AddAddress,
  type GetAddress,
  type RemoveAddress,
  type SavedAddress,
  type SavedAddressList,
  type UpdateAddress,
} from "../contract/addresses.ts";
import { lockUser, requireUser } from "./user.ts";

type Row = typeof userAddresses.$inferSelect;

/** The default first, then the newest. */
export async function listAddresses(ctx: ServiceContext): Promise<SavedAddressList> {
  const rows = await ctx.db
    .select()
    .from(userAddresses)
    .where(eq(userAddresses.userId, requireUser(ctx)))
    .orderBy(desc(userAddresses.isDefault), desc(userAddresses.id));
  return { items: rows.map(toAddress) };
}

/** @throws not_found `addresses.not_found` {addressId} */
export async function getAddress(
  ctx: ServiceContext,
  { addressId }: GetAddress,
): Promise<SavedAddress> {
  return toAddress(await findRow(ctx, requireUser(ctx), addressId));
}

/** @throws conflict `addresses.too_many` {max} */
export async function addAddress(ctx: ServiceContext, input: AddAddress): Promise<SavedAddress> {
  return inTransaction(ctx, async (tx) => {
    const userId = await lockUser(tx);
    const known = await countOf(tx, userId);
    if (known >= maxAddresses) throw tooMany();
    const isDefault = input.isDefault || known === 0;
    if (isDefault) await endDefault(tx, userId);
    const [row] = await tx.db
      .insert(userAddresses)
      .values({ ...stamps(tx), id: newId("adr"), userId, address: input.address, isDefault })
      .returning();
    if (row === undefined) throw new Error("the address was not written");
    return toAddress(row);
  });
}

/** @throws not_found `addresses.not_found`; precondition_failed `addresses.version_mismatch` {expected, actual} */
export async function updateAddress(
  ctx: ServiceContext,
  { addressId, expectedVersion, address, isDefault }: UpdateAddress,
): Promise<SavedAddress> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockAddress(tx, addressId, expectedVersion);
    if (isDefault && !before.isDefault) await endDefault(tx, before.userId);
    return toAddress(
      await write(tx, before.id, {
        address: address ?? before.address,
        isDefault: isDefault ?? before.isDefault,
      }),
    );
  });
}

/**
 * The default gives way to the newest of the others.
 * @throws not_found `addresses.not_found`; precondition_failed `addresses.version_mismatch` {expected, actual}
 */
export async function removeAddress(
  ctx: ServiceContext,
  { addressId, expectedVersion }: RemoveAddress,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { id, userId, isDefault } = await lockAddress(tx, addressId, expectedVersion);
    await tx.db.delete(userAddresses).where(eq(userAddresses.id, id));
    if (!isDefault) return;
    const [next] = await tx.db
      .select({ id: userAddresses.id })
      .from(userAddresses)
      .where(eq(userAddresses.userId, userId))
      .orderBy(desc(userAddresses.id))
      .limit(1);
    if (next !== undefined) await write(tx, next.id, { isDefault: true });
  });
}

async function lockAddress(
  tx: TransactionContext,
  addressId: string,
  expected: number,
): Promise<Row> {
  const row = await findRow(tx, await lockUser(tx), addressId);
  if (row.version === expected) return row;
  throw new DomainError("precondition_failed", "addresses.version_mismatch", {
    message: "The address has changed since it was read.",
    details: { expected, actual: row.version },
    current: toAddress(row),
  });
}

/** Another user's is not there. */
async function findRow({ db }: ServiceContext, userId: string, addressId: string): Promise<Row> {
  const [row] = await db
    .select()
    .from(userAddresses)
    .where(and(eq(userAddresses.id, addressId), eq(userAddresses.userId, userId)));
  if (row !== undefined) return row;
  throw new DomainError("not_found", "addresses.not_found", {
    message: "You have no such address.",
    details: { addressId },
  });
}

async function countOf({ db }: TransactionContext, userId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(userAddresses)
    .where(eq(userAddresses.userId, userId));
  return row?.count ?? 0;
}

/** Its representation changes, and so does its version. */
async function endDefault(tx: TransactionContext, userId: string): Promise<void> {
  await tx.db
    .update(userAddresses)
    .set({ isDefault: false, ...raised(tx) })
    .where(and(eq(userAddresses.userId, userId), eq(userAddresses.isDefault, true)));
}

async function write(
  tx: TransactionContext,
  id: string,
  changes: Partial<Pick<Row, "address" | "isDefault">>,
): Promise<Row> {
  const [row] = await tx.db
    .update(userAddresses)
    .set({ ...changes, ...raised(tx) })
    .where(eq(userAddresses.id, id))
    .returning();
  if (row === undefined) throw new Error("an address is gone behind its user's lock");
  return row;
}

function raised({ clock }: TransactionContext) {
  return { version: sql`${userAddresses.version} + 1`, updatedAt: clock.now().toISOString() };
}

function stamps({ clock }: TransactionContext) {
  const now = clock.now().toISOString();
  return { createdAt: now, updatedAt: now };
}

function toAddress({ id, version, address, isDefault, createdAt, updatedAt }: Row): SavedAddress {
  return { id, version, address, isDefault, createdAt, updatedAt };
}

function tooMany(): DomainError {
  return new DomainError("conflict", "addresses.too_many", {
    message: `An account has at most ${maxAddresses} addresses.`,
    details: { max: maxAddresses },
  });
}
