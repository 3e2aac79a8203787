import { oauthProvider, type OAuthProviderExtension } from "@better-auth/oauth-provider";
import type { Executor } from "@meridian/db/client.ts";
import * as tables from "@meridian/db/schema.ts";
import { scopes, userScopes } from "@meridian/db/scopes.ts";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { jwt } from "better-auth/plugins/jwt";
import { eq } from "drizzle-orm";
import { newId } from "../kernel/ids.ts";
import { claimOrders } from "../orders/service/claim.ts";
import type { AuthorityOptions } from "./authority.ts";
import { demoClient } from "./demo-client.ts";
import {
  accessTokenSeconds,
  codeSeconds,
  keyGraceSeconds,
  keyRotationSeconds,
  readingSeconds,
  verificationSeconds,
} from "./lifetimes.ts";
import { findTransaction } from "./in-transaction.ts";
import { linkMails } from "./link-mails.ts";
import { passwords } from "./password.ts";
import { sessionSeconds, signInCookies } from "./session-cookie.ts";
import { factorPlugins } from "./factor-plugins.ts";

export type BetterAuth = ReturnType<typeof configure>;

/** better-auth on this shop's tables. @throws when the database is out of reach */
export async function openBetterAuth(options: AuthorityOptions): Promise<BetterAuth> {
  const auth = configure(options);
  await auth.$context;
  return auth;
}

function configure(options: AuthorityOptions) {
  const { db, secret, issuer, log } = options;
  return betterAuth({
    appName: "Meridian",
    baseURL: issuer,
    basePath: "/",
    secret,
    database: adapterOn(db),
    user: {
      additionalFields: { role: { type: "string", input: false, defaultValue: "shopper" } },
    },
    ...peopleOptions(options),
    advanced: {
      database: {
        generateId: ({ model }) => (model === "user" ? newId("usr") : crypto.randomUUID()),
      },
      cookies: {
        session_token: cookie(signInCookies.session),
        two_factor: cookie(signInCookies.secondStep),
        passkey: cookie(signInCookies.passkeyChallenge),
      },
      useSecureCookies: false,
    },
    // Counted by the host, before anything is asked of this.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // What it can't answer is the host's to answer: one form of errors, and no message of the database.
    onAPIError: { throw: true, errorURL: `${issuer}/oauth2/error` },
    logger: { log: (level, message) => log[level]({ from: "better-auth" }, message) },
    plugins: [
      jwt({
        disableSettingJwtHeader: true,
        jwt: { issuer },
        jwks: {
          jwksPath: "/.well-known/jwks.json",
          keyPairConfig: { alg: "EdDSA", crv: "Ed25519" },
          rotationInterval: keyRotationSeconds,
          gracePeriod: keyGraceSeconds,
        },
      }),
      oauthProvider(providerOptions(options)),
      ...factorPlugins(options),
    ],
  });
}

/** The library's tables, on the pool or in a transaction. */
export function adapterOn(db: Executor) {
  return drizzleAdapter(db, { provider: "pg", schema: models });
}

function cookie(name: string) {
  return { name, attributes: { secure: true, sameSite: "lax" as const } };
}

/** Nobody signs in with an address that is not confirmed, so nobody learns by registering who has an account. */
function peopleOptions(options: AuthorityOptions) {
  const { db, log } = options;
  const claimPlaced = async (userId: string) => {
    try {
      await claimOrders(findTransaction() ?? db, userId);
    } catch (err) {
      log.warn({ err }, "orders of a guest were not claimed; the next sign-in does it");
    }
  };
  const mails = linkMails(options);
  return {
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: passwords,
      resetPasswordTokenExpiresIn: 60 * 60,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: async ({ user }: { user: { id: string } }) =>
        endApplications(findTransaction() ?? db, user.id),
      sendResetPassword: ({ user, token }: MailWith) => mails.resetPassword(user.email, token),
      onExistingUserSignUp: ({ user }: { user: { email: string } }) =>
        mails.alreadyRegistered(user.email),
    },
    emailVerification: {
      expiresIn: verificationSeconds,
      autoSignInAfterVerification: true,
      sendVerificationEmail: ({ user, token }: MailWith) => mails.verify(user.email, token),
    },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    databaseHooks: {
      // Whichever way somebody signs in, the confirmation of the address included.
      session: { create: { after: ({ userId }: { userId: string }) => claimPlaced(userId) } },
      verification: {
        create: { before: async (row: Verification) => ({ data: shortLived(row) }) },
      },
    },
  };
}

type Verification = { value: string; expiresAt: Date };

/**
 * The library (oauth-provider 1.7.5) has one time for codes and for reading what an application wants. A code goes from a
 * redirect into the application's next request, so it lives for a minute.
 */
function shortLived<T extends Verification>(row: T): T {
  if (!row.value.startsWith('{"type":"authorization_code"')) return row;
  const latest = new Date(Date.now() + codeSeconds * 1000);
  return { ...row, expiresAt: row.expiresAt < latest ? row.expiresAt : latest };
}

/** Whoever let them in may not have been the owner. Their access tokens end within ten minutes. */
export async function endApplications(db: Executor, userId: string): Promise<void> {
  await db.delete(tables.oauthRefreshTokens).where(eq(tables.oauthRefreshTokens.userId, userId));
}

type MailWith = { user: { email: string }; token: string };

function providerOptions({ audience, demo }: AuthorityOptions) {
  const extensions: OAuthProviderExtension[] = demo ? [demoClient(demo)] : [];
  return {
    scopes: [...scopes, ...userScopes, "offline_access"],
    grantTypes: [
      "client_credentials" as const,
      "authorization_code" as const,
      "refresh_token" as const,
    ],
    resources: [{ identifier: audience, name: "Meridian API" }],
    enforcePerClientResources: false,
    accessTokenExpiresIn: accessTokenSeconds,
    m2mAccessTokenExpiresIn: accessTokenSeconds,
    codeExpiresIn: readingSeconds,
    refreshTokenExpiresIn: 30 * 24 * 60 * 60,
    customAccessTokenClaims: ({ user }: { user?: Record<string, unknown> | null }) =>
      user ? { role: user["role"] } : {},
    loginPage: "/oauth2/sign-in",
    consentPage: "/oauth2/consent",
    extensions,
  };
}

const models = {
  user: tables.users,
  session: tables.sessions,
  account: tables.credentials,
  verification: tables.verifications,
  twoFactor: tables.twoFactors,
  passkey: tables.passkeys,
  jwks: tables.signingKeys,
  oauthClient: tables.oauthClients,
  oauthResource: tables.oauthResources,
  oauthClientResource: tables.oauthClientResources,
  oauthRefreshToken: tables.oauthRefreshTokens,
  oauthAccessToken: tables.oauthAccessTokens,
  oauthConsent: tables.oauthConsents,
  oauthClientAssertion: tables.oauthClientAssertions,
};
