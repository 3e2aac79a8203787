/** A copy of all that is kept of a user: for the user, by machine to read (GDPR 15, 20). */
import {
  checkouts,
  oauthClients,
  oauthConsents,
  orders,
  passkeys,
  sessions,
  surveys,
} from "@meridian/db/schema.ts";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { findOwnCart } from "../../cart/service/own.ts";
import type { ServiceContext } from "../../kernel/context.ts";
import { listOrdersOf } from "../../orders/service.ts";
import { listContributionsOf, listReportsOf, listVotesOf } from "../../reviews/service/privacy.ts";
import { listWatchesOf } from "../../watches/service/view.ts";
import { exportWishlist } from "../../wishlist/service/privacy.ts";
import type { AccountExport } from "../contract/privacy.ts";
import { getMe } from "../service.ts";
import { listAddresses } from "./addresses.ts";
import { listActionsOf } from "./clients.ts";
import { listConsents } from "./consents.ts";
import { getPreferences } from "./preferences.ts";
import { requireUser } from "./user.ts";

/** @throws unauthenticated `auth.token_invalid` when the account is gone */
export async function exportMe(ctx: ServiceContext): Promise<AccountExport> {
  const userId = requireUser(ctx);
  const user = await getMe(ctx);
  return {
    user,
    addresses: (await listAddresses(ctx)).items,
    preferences: await getPreferences(ctx),
    consents: await listConsents(ctx, userId),
    cart: await findOwnCart(ctx, userId),
    orders: await listOrdersOf(ctx, userId),
    checkouts: await listCheckouts(ctx, userId),
    sessions: await listSessions(ctx, userId),
    passkeys: await listPasskeys(ctx, userId),
    applications: await listApplications(ctx, userId),
    contributions: await listContributionsOf(ctx, userId),
    votes: await listVotesOf(ctx, userId),
    reports: await listReportsOf(ctx, userId),
    watches: await listWatchesOf(ctx, user.email),
    wishlist: await exportWishlist(ctx, userId),
    surveys: await listSurveys(ctx, userId),
    actions: await listActionsOf(ctx, userId),
  };
}

function listCheckouts({ db }: ServiceContext, userId: string) {
  return db
    .select({
      id: checkouts.id,
      state: checkouts.state,
      email: checkouts.email,
      shippingAddress: checkouts.shippingAddress,
      giftMessage: checkouts.giftMessage,
      createdAt: checkouts.createdAt,
    })
    .from(checkouts)
    .where(and(eq(checkouts.userId, userId), isNull(checkouts.orderId)))
    .orderBy(desc(checkouts.createdAt));
}

function listSurveys({ db }: ServiceContext, userId: string) {
  return db
    .select({
      orderNumber: orders.number,
      state: surveys.state,
      askedAt: surveys.askedAt,
      rating: surveys.rating,
      choice: surveys.choice,
      comment: surveys.comment,
      answeredAt: surveys.answeredAt,
    })
    .from(surveys)
    .leftJoin(orders, eq(orders.id, surveys.orderId))
    .where(eq(surveys.userId, userId))
    .orderBy(desc(surveys.createdAt));
}

async function listSessions({ db }: ServiceContext, userId: string) {
  const rows = await db
    .select()
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.createdAt));
  return rows.map(({ createdAt, expiresAt, ipAddress, userAgent }) => ({
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    address: ipAddress,
    userAgent,
  }));
}

async function listPasskeys({ db }: ServiceContext, userId: string) {
  const rows = await db
    .select({ name: passkeys.name, createdAt: passkeys.createdAt })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt));
  return rows.map(({ name, createdAt }) => ({ name, createdAt: createdAt.toISOString() }));
}

async function listApplications({ db }: ServiceContext, userId: string) {
  const rows = await db
    .select({
      name: oauthClients.name,
      scopes: oauthConsents.scopes,
      createdAt: oauthConsents.createdAt,
    })
    .from(oauthConsents)
    .innerJoin(oauthClients, eq(oauthClients.clientId, oauthConsents.clientId))
    .where(eq(oauthConsents.userId, userId))
    .orderBy(asc(oauthConsents.createdAt));
  return rows.map(({ name, scopes, createdAt }) => ({
    name: name ?? "",
    scopes,
    allowedAt: createdAt.toISOString(),
  }));
}
