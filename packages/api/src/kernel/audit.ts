import { auditEntries } from "@meridian/db/schema.ts";
import { eq, sql } from "drizzle-orm";
import type { Actor, ServiceContext } from "./context.ts";

/** Whose actions are kept: systems, and people who may do more than shop. */
export function isAccountable(actor: Actor): actor is Exclude<Actor, { kind: "guest" }> {
  return actor.kind === "client" || (actor.kind === "user" && actor.role !== "shopper");
}

type Action = { procedure: string; input: unknown; requestId: string; address: string };

/**
 * Keeps who did what to which things: ids only, so nothing of anybody's that would have to be erased. In the effect's own
 * transaction where the call has one (an idempotency key), in that of its answer where it has several (a flow), else right behind it:
 * then the effect stands whatever comes, and what could not be kept is told to the process's log.
 */
export async function recordAction(
  { db, actor, clock, log }: ServiceContext,
  { procedure, input, requestId, address }: Action,
): Promise<void> {
  if (!isAccountable(actor)) return;
  const entry = {
    at: clock.now().toISOString(),
    actorKind: actor.kind,
    actorId: actor.id,
    procedure,
    subjects: idsIn(input),
    requestId,
    // Of who has just erased their own account nothing is kept that leads to them.
    address: sql`case when ${actor.kind} = 'client' or exists (select from "user" where id = ${actor.id})
      then ${address} else '' end`,
  };
  try {
    await db.insert(auditEntries).values(entry);
  } catch (err) {
    // A transaction that a statement failed in can't commit: there the effect is undone as well.
    log.error({ err, procedure, requestId }, "an action was not recorded");
  }
}

/** Where from somebody acted goes with their account; that they did stays, under an id that leads to nobody. */
export async function forgetAddresses({ db }: ServiceContext, userId: string): Promise<void> {
  await db.update(auditEntries).set({ address: "" }).where(eq(auditEntries.actorId, userId));
}

const idPattern = /^[a-z]+_[\w-]{1,60}$/;

function idsIn(input: unknown): Record<string, string> {
  const fields = Object.entries((input ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    fields.filter(
      (field): field is [string, string] =>
        field[0].endsWith("Id") && typeof field[1] === "string" && idPattern.test(field[1]),
    ),
  );
}
