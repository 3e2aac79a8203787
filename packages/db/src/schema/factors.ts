import { boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { moment, momentNow } from "./columns.ts";

const ofUser = () =>
  text()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** The second step of signing in: an app's secret and the codes for when it is lost, both encrypted with AUTH_SECRET. */
export const twoFactors = pgTable("two_factor", {
  id: text().primaryKey(),
  userId: ofUser().unique(),
  secret: text().notNull(),
  backupCodes: text().notNull(),
  /** False until a code of the app was given. */
  verified: boolean().notNull().default(false),
  /** In a row, over all ways and browsers; at ten it rests for a while. */
  failedVerificationCount: integer().notNull().default(0),
  lockedUntil: moment(),
});

/** A key of a device or a password manager that signs in by itself (WebAuthn): the public half. */
export const passkeys = pgTable(
  "passkey",
  {
    id: text().primaryKey(),
    userId: ofUser(),
    name: text(),
    publicKey: text().notNull(),
    credentialID: text("credential_id").notNull().unique(),
    /** Of its uses, as it says; one that falls back was copied. */
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: boolean().notNull(),
    transports: text(),
    aaguid: text(),
    createdAt: momentNow(),
  },
  (t) => [index("passkey_user").on(t.userId)],
);
