import { addApiClient, newSecret } from "@meridian/db/api-clients.ts";
import { auditEntries, oauthClients } from "@meridian/db/schema.ts";
import { scopes, type Scope } from "@meridian/db/scopes.ts";
import { and, desc, eq, isNotNull, lt } from "drizzle-orm";
import { z } from "zod";
import type { Actor, ServiceContext } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { DomainError } from "../../kernel/errors.ts";
import { inTransaction } from "../../kernel/transaction.ts";
import type {
  Action,
  ActionPage,
  ApiClient,
  ApiClientList,
  ClientInput,
  ClientSecret,
  CreateClient,
  ListActions,
} from "../contract/clients.ts";

/**
 * Nobody gives more than they have. Its secret is made apart: this answer is kept for who repeats the call.
 * @throws invalid `client.unknown_scope` {scope}; forbidden `auth.scope_missing` {scope}
 */
export async function createClient(ctx: ServiceContext, input: CreateClient): Promise<ApiClient> {
  const wanted = input.scopes.map(toScope);
  requireScopes(ctx.actor, wanted);
  const { id } = await addApiClient(ctx.db, { name: input.name, scopes: wanted });
  const [row] = await ctx.db.select(shown).from(oauthClients).where(eq(oauthClients.id, id));
  if (row === undefined) throw new Error("the client was not written");
  return toClient(row);
}

/**
 * A new secret, told in this answer alone; the one before is good no more. Who has the secret has the client's scopes, so
 * nobody gets one of a client that may more than they.
 * @throws not_found `client.not_found`; forbidden `auth.scope_missing` {scope}
 */
export async function renewSecret(
  ctx: ServiceContext,
  { clientId }: ClientInput,
): Promise<ClientSecret> {
  const { secret, digest } = newSecret();
  return await inTransaction(ctx, async ({ db, actor, clock }) => {
    const [client] = await db
      .select(shown)
      .from(oauthClients)
      .where(and(eq(oauthClients.id, clientId), isNotNull(oauthClients.clientSecret)))
      .for("update");
    if (client === undefined) throw notFound(clientId);
    requireScopes(actor, grantedBy(toClient(client)));
    await db
      .update(oauthClients)
      .set({ clientSecret: digest, updatedAt: clock.now() })
      .where(eq(oauthClients.id, clientId));
    return { clientId, secret };
  });
}

export async function listClients({ db }: ServiceContext): Promise<ApiClientList> {
  const rows = await db
    .select(shown)
    .from(oauthClients)
    .orderBy(desc(oauthClients.id))
    .limit(1_000);
  return { items: rows.map(toClient) };
}

/** It gets no token from now on; those that it has end within ten minutes. @throws not_found `client.not_found` */
export async function disableClient(
  { db, clock }: ServiceContext,
  { clientId }: ClientInput,
): Promise<ApiClient> {
  const [row] = await db
    .update(oauthClients)
    .set({ disabled: true, updatedAt: clock.now() })
    .where(eq(oauthClients.id, clientId))
    .returning(shown);
  if (row === undefined) throw notFound(clientId);
  return toClient(row);
}

function requireScopes(actor: Actor, wanted: readonly Scope[]): void {
  const missing = wanted.find((scope) => actor.kind === "guest" || !actor.scopes.has(scope));
  if (missing === undefined) return;
  throw new DomainError("forbidden", "auth.scope_missing", {
    message: `A client with the scope ${missing} is not in the hands of who does not have it.`,
    details: { scope: missing },
  });
}

/** What others may do through it; `account` is about each user's own, and only they give it. */
function grantedBy(client: ApiClient): Scope[] {
  return scopes.filter((scope) => client.scopes.includes(scope));
}

function notFound(clientId: string): DomainError {
  return new DomainError("not_found", "client.not_found", {
    message: "There is no such client, or it has no secret.",
    details: { clientId },
  });
}

const Position = z.tuple([z.number().int()]);

/** Newest first. */
export async function listActions({ db }: ServiceContext, input: ListActions): Promise<ActionPage> {
  const [before] = input.cursor === undefined ? [] : decodeCursor(input.cursor, Position);
  const rows = await db
    .select()
    .from(auditEntries)
    .where(
      and(
        input.actorId === undefined ? undefined : eq(auditEntries.actorId, input.actorId),
        before === undefined ? undefined : lt(auditEntries.id, before),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map(toAction),
    nextCursor: rows.length > input.limit && last ? encodeCursor([last.id]) : null,
  };
}

/** All that somebody did, the newest first: for their copy. */
export async function listActionsOf({ db }: ServiceContext, actorId: string): Promise<Action[]> {
  const rows = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.actorId, actorId))
    .orderBy(desc(auditEntries.id));
  return rows.map(toAction);
}

function toAction(row: typeof auditEntries.$inferSelect): Action {
  const { at, actorKind, actorId, procedure, subjects, requestId, address } = row;
  return { at, actor: { kind: actorKind, id: actorId }, procedure, subjects, requestId, address };
}

const shown = {
  id: oauthClients.id,
  name: oauthClients.name,
  scopes: oauthClients.scopes,
  clientCredentialsScopes: oauthClients.clientCredentialsScopes,
  redirectUris: oauthClients.redirectUris,
  disabled: oauthClients.disabled,
  createdAt: oauthClients.createdAt,
};

function toClient(row: {
  id: string;
  name: string | null;
  scopes: string[] | null;
  clientCredentialsScopes: string[];
  redirectUris: string[];
  disabled: boolean;
  createdAt: Date;
}): ApiClient {
  const isApplication = row.redirectUris.length > 0;
  return {
    id: row.id,
    name: row.name ?? "",
    kind: isApplication ? "application" : "system",
    scopes: isApplication ? (row.scopes ?? []) : row.clientCredentialsScopes,
    isDisabled: row.disabled,
    createdAt: row.createdAt.toISOString(),
  };
}

function toScope(text: string): Scope {
  const scope = scopes.find((one) => one === text);
  if (scope !== undefined) return scope;
  throw new DomainError("invalid", "client.unknown_scope", {
    message: `There is no scope ${text}.`,
    details: { scope: text },
  });
}
