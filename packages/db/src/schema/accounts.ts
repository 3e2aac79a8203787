import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { Role } from "../scopes.ts";
import { instant, language, moment, momentNow } from "./columns.ts";

export const users = pgTable(
  "user",
  {
    id: text().primaryKey(),
    email: text().notNull().unique(),
    emailVerified: boolean().notNull().default(false),
    name: text().notNull(),
    image: text(),
    role: text().$type<Role>().notNull().default("shopper"),
    twoFactorEnabled: boolean().notNull().default(false),
    /** Of what the user is shown as. Raised by a trigger: the sign-in library and people with a console write here as well. */
    version: integer().notNull().default(1),
    createdAt: momentNow(),
    updatedAt: momentNow(),
  },
  (t) => [
    check("user_email", sql`${t.email} = lower(${t.email})`),
    check("user_role", sql`${t.role} in ('shopper', 'staff', 'admin')`),
  ],
);

/** A browser that is signed in. */
export const sessions = pgTable(
  "session",
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: momentNow(),
    updatedAt: momentNow(),
  },
  (t) => [index("session_user").on(t.userId), index("session_expiry").on(t.expiresAt)],
);

/** A way to sign in: for `credential` the password, as argon2id in PHC form. */
export const credentials = pgTable(
  "credential",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    providerId: text().notNull(),
    accountId: text().notNull(),
    password: text(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    createdAt: momentNow(),
    updatedAt: momentNow(),
  },
  (t) => [index("credential_user").on(t.userId)],
);

/** What was handed out to come back once: links in mails, authorization codes. */
export const verifications = pgTable(
  "verification",
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: momentNow(),
    updatedAt: momentNow(),
  },
  (t) => [
    index("verification_identifier").on(t.identifier),
    index("verification_expiry").on(t.expiresAt),
  ],
);

/** What something costs, or takes off; without an amount it is one of several things. */
export type MailRow = { what: string; amount?: string; note?: string; isTotal?: boolean };
/** Words that lead somewhere else than the mail itself does. */
export type MailLink = { label: string; url: string };
/** What a mail says; its link comes behind the paragraphs, and `after` behind that. */
export type MailWords = {
  subject: string;
  paragraphs: (string | MailLink | MailRow[])[];
  /** What the link is called, where it is a button. */
  button: string;
  after?: (string | MailLink)[];
  /** Where a mail program ends mails of this kind with one click (RFC 8058). */
  unsubscribeUrl?: string;
};

/** Mails that wait to be sent, with secrets in their links; gone when they went out. */
export const mails = pgTable(
  "mail",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    recipient: text().notNull(),
    template: text()
      .$type<
        "verify-email" | "reset-password" | "already-registered" | "order" | "watch" | "survey"
      >()
      .notNull(),
    link: text().notNull(),
    language: language(),
    /** What it says, where its template does not. */
    words: jsonb().$type<MailWords>(),
    tries: integer().notNull().default(0),
    dueAt: momentNow(),
    createdAt: momentNow(),
  },
  (t) => [index("mail_due").on(t.dueAt)],
);

/** How often something was tried in a span of time: sign-ins, tokens. What is over is deleted. */
export const rateWindows = pgTable(
  "rate_window",
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    endsAt: instant().notNull(),
  },
  (t) => [index("rate_window_end").on(t.endsAt)],
);
