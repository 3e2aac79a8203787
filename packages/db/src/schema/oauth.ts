import { boolean, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { sessions, users } from "./accounts.ts";
import { moment, momentNow } from "./columns.ts";

/** Keys that sign access tokens; the private half is encrypted with AUTH_SECRET. The id is the `kid`. */
export const signingKeys = pgTable("signing_key", {
  id: text().primaryKey(),
  publicKey: text().notNull(),
  privateKey: text().notNull(),
  alg: text(),
  crv: text(),
  createdAt: momentNow(),
  /** From then on it signs nothing; what it signed is verified until it is no longer published. */
  expiresAt: moment(),
});

/** Who may ask for access tokens: an integrator's system, or an application on behalf of users. */
export const oauthClients = pgTable(
  "oauth_client",
  {
    id: text().primaryKey(),
    clientId: text().notNull().unique(),
    /** SHA-256 in base64url: secrets are long and random, so a fast digest is enough. */
    clientSecret: text(),
    clientDiscoveryId: text(),
    name: text(),
    disabled: boolean().notNull().default(false),
    tokenEndpointAuthMethod: text(),
    grantTypes: text().array(),
    responseTypes: text().array(),
    /** What it may ask of users. */
    scopes: text().array(),
    /** What it may do by itself. */
    clientCredentialsScopes: text().array().notNull().default([]),
    redirectUris: text().array().notNull().default([]),
    postLogoutRedirectUris: text().array(),
    requirePKCE: boolean("require_pkce").notNull().default(true),
    skipConsent: boolean(),
    userId: text().references(() => users.id, { onDelete: "set null" }),
    uri: text(),
    icon: text(),
    contacts: text().array(),
    tos: text(),
    policy: text(),
    softwareId: text(),
    softwareVersion: text(),
    softwareStatement: text(),
    applicationType: text(),
    subjectType: text(),
    jwks: text(),
    jwksUri: text(),
    dpopBoundAccessTokens: boolean().notNull().default(false),
    enableEndSession: boolean(),
    backchannelLogoutUri: text(),
    backchannelLogoutSessionRequired: boolean(),
    referenceId: text(),
    metadata: jsonb(),
    createdAt: momentNow(),
    updatedAt: momentNow(),
  },
  (t) => [index("oauth_client_user").on(t.userId)],
);

/** What tokens are for; here the API alone. */
export const oauthResources = pgTable("oauth_resource", {
  id: text().primaryKey(),
  identifier: text().notNull().unique(),
  name: text().notNull(),
  accessTokenTtl: integer(),
  refreshTokenTtl: integer(),
  signingAlgorithm: text(),
  signingKeyId: text(),
  allowedScopes: text().array(),
  customClaims: jsonb(),
  dpopBoundAccessTokensRequired: boolean().notNull().default(false),
  disabled: boolean().notNull().default(false),
  policyVersion: integer().notNull().default(1),
  metadata: jsonb(),
  createdAt: momentNow(),
  updatedAt: momentNow(),
});

/** Which client may ask for which resource; empty, since there is one for all. The library wants it declared. */
export const oauthClientResources = pgTable("oauth_client_resource", {
  id: text().primaryKey(),
  clientId: text()
    .notNull()
    .references(() => oauthClients.clientId, { onDelete: "cascade" }),
  resourceId: text()
    .notNull()
    .references(() => oauthResources.identifier, { onDelete: "cascade" }),
  metadata: jsonb(),
  createdAt: momentNow(),
});

const grantedTo = {
  clientId: text()
    .notNull()
    .references(() => oauthClients.clientId, { onDelete: "cascade" }),
  referenceId: text(),
  resources: text().array(),
  requestedUserInfoClaims: text().array(),
  scopes: text().array().notNull(),
};

/** Stored as a digest. One that was rotated stays, so that its second use is noticed and ends the whole family. */
export const oauthRefreshTokens = pgTable(
  "oauth_refresh_token",
  {
    ...grantedTo,
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    sessionId: text().references(() => sessions.id, { onDelete: "set null" }),
    authorizationCodeId: text(),
    authTime: moment(),
    confirmation: jsonb(),
    revoked: moment(),
    rotatedAt: moment(),
    rotationReplayResponse: text(),
    rotationReplayExpiresAt: moment(),
    createdAt: momentNow(),
    expiresAt: moment().notNull(),
  },
  (t) => [
    index("oauth_refresh_token_client").on(t.clientId, t.userId),
    index("oauth_refresh_token_user").on(t.userId),
    index("oauth_refresh_token_session").on(t.sessionId),
    index("oauth_refresh_token_code").on(t.authorizationCodeId),
    index("oauth_refresh_token_expiry").on(t.expiresAt),
  ],
);

/** What a user has let an application do. */
export const oauthConsents = pgTable(
  "oauth_consent",
  {
    ...grantedTo,
    id: text().primaryKey(),
    userId: text().references(() => users.id, { onDelete: "cascade" }),
    createdAt: momentNow(),
    updatedAt: momentNow(),
  },
  (t) => [
    index("oauth_consent_client").on(t.clientId, t.userId),
    index("oauth_consent_user").on(t.userId),
  ],
);

/** Access tokens are JWTs and stored nowhere: this table stays empty. The library wants it declared. */
export const oauthAccessTokens = pgTable("oauth_access_token", {
  ...grantedTo,
  id: text().primaryKey(),
  token: text().notNull().unique(),
  userId: text().references(() => users.id, { onDelete: "cascade" }),
  sessionId: text().references(() => sessions.id, { onDelete: "set null" }),
  refreshId: text().references(() => oauthRefreshTokens.id, { onDelete: "cascade" }),
  authorizationCodeId: text(),
  confirmation: jsonb(),
  revoked: moment(),
  createdAt: momentNow(),
  expiresAt: moment().notNull(),
});

/** Assertions of clients that sign instead of having a secret; each is taken once. */
export const oauthClientAssertions = pgTable("oauth_client_assertion", {
  id: text().primaryKey(),
  expiresAt: moment().notNull(),
});
