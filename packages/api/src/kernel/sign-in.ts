import type { Executor } from "@meridian/db/client.ts";
import type { Language } from "./language.ts";

/** Cookies that a browser is told to keep: it is signed in, or no longer. */
export type SessionCookies = readonly string[];

/** What a browser's `navigator.credentials` is given, and keeps beside it until it answers. */
export type PasskeyChallenge = { options: Record<string, unknown>; cookies: SessionCookies };

type Credential = { id: string; [name: string]: unknown };
type Cookie = string | undefined;

/** The second step of signing in, and passkeys; of the browser with this cookie. */
export type SignInFactors = {
  /** @throws unauthenticated `auth.credentials_invalid`, conflict `auth.totp_on` */
  beginTotp(cookie: Cookie, password: string): Promise<{ uri: string; backupCodes: string[] }>;
  /** @throws unauthenticated `auth.code_invalid` */
  confirmTotp(cookie: Cookie, code: string): Promise<SessionCookies>;
  /** @throws unauthenticated `auth.credentials_invalid` */
  removeTotp(cookie: Cookie, password: string): Promise<SessionCookies>;
  renewBackupCodes(cookie: Cookie, password: string): Promise<string[]>;
  /** @throws unauthenticated `auth.code_invalid`, `auth.sign_in_again`; rate_limited `auth.too_many_attempts` */
  signInWithTotp(cookie: Cookie, code: string): Promise<SessionCookies>;
  signInWithBackupCode(cookie: Cookie, code: string): Promise<SessionCookies>;
  /** @throws unauthenticated `auth.sign_in_again` */
  newPasskeyOptions(cookie: Cookie): Promise<PasskeyChallenge>;
  /** @throws unauthenticated `auth.passkey_refused` */
  addPasskey(
    cookie: Cookie,
    input: { credential: Credential; name?: string | undefined },
  ): Promise<void>;
  listPasskeys(cookie: Cookie): Promise<{ id: string; name: string | null; createdAt: string }[]>;
  /** @throws not_found `auth.passkey_not_found` */
  removePasskey(cookie: Cookie, passkeyId: string): Promise<void>;
  passkeySignInOptions(): Promise<PasskeyChallenge>;
  /** @throws unauthenticated `auth.passkey_refused` */
  signInWithPasskey(cookie: Cookie, credential: Credential): Promise<SessionCookies>;
};

/** Whom a mail goes to, and in which language; undefined: in the one that they prefer. */
export type MailTo = { email: string; language?: Language | undefined };

/**
 * What only the authorization server can do for people: passwords, sessions, links in mails. The host gives it to
 * procedures. Cookies are those of the request and of the answer, as header values. What is given a transaction
 * writes in it, mails included.
 */
export type SignIn = SignInFactors & {
  /** Registers and mails a link; for an address that is known it mails that instead. The answer tells neither. */
  signUp(tx: Executor, input: MailTo & { name: string; password: string }): Promise<void>;
  /** Mails the link again, to whoever has not followed it yet. */
  sendVerification(tx: Executor, to: MailTo): Promise<void>;
  /** @throws invalid `auth.link_invalid` */
  verifyEmail(token: string): Promise<SessionCookies>;
  /**
   * `needs`: what is asked for before somebody is signed in.
   * @throws unauthenticated `auth.credentials_invalid`, forbidden `auth.email_not_verified`
   */
  signIn(input: {
    email: string;
    password: string;
  }): Promise<{ cookies: SessionCookies; needs: "totp" | null }>;
  signOut(cookie: string | undefined): Promise<SessionCookies>;
  requestPasswordReset(tx: Executor, to: MailTo): Promise<void>;
  /** Ends all sessions. @throws invalid `auth.link_invalid` */
  resetPassword(tx: Executor, input: { token: string; password: string }): Promise<void>;
  /** Ends all other sessions, and what applications may; this session gives way to a new one. @throws unauthenticated `auth.credentials_invalid` */
  changePassword(
    tx: Executor,
    cookie: Cookie,
    input: { password: string; newPassword: string },
  ): Promise<SessionCookies>;
  /** Who the browser with these cookies is. */
  findUser(cookie: string): Promise<{ id: string; role: string; sessionId: string } | null>;
};
