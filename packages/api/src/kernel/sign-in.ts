/** Cookies that a browser is told to keep: it is signed in, or no longer. */
export type SessionCookies = readonly string[];

/**
 * What only the authorization server can do for people: passwords, sessions, links in mails. The host gives it to
 * procedures. Cookies are those of the request and of the answer, as header values.
 */
export type SignIn = {
  /** Registers and mails a link; for an address that is known it mails that instead. The answer tells neither. */
  signUp(input: { name: string; email: string; password: string }): Promise<void>;
  /** Mails the link again, to whoever has not followed it yet. */
  sendVerification(email: string): Promise<void>;
  /** @throws invalid `auth.link_invalid` */
  verifyEmail(token: string): Promise<SessionCookies>;
  /** @throws unauthenticated `auth.credentials_invalid`, forbidden `auth.email_not_verified` */
  signIn(input: { email: string; password: string }): Promise<SessionCookies>;
  signOut(cookie: string | undefined): Promise<SessionCookies>;
  requestPasswordReset(email: string): Promise<void>;
  /** Ends all sessions. @throws invalid `auth.link_invalid` */
  resetPassword(input: { token: string; password: string }): Promise<void>;
  /** Who the browser with these cookies is. */
  findUser(cookie: string): Promise<{ id: string; role: string } | null>;
};
