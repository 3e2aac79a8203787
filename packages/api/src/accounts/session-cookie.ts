/**
 * What a browser keeps. `__Host-`: only this host can set it, for all of it, and only over a secure connection; browsers
 * count http://localhost as one.
 */
export const signInCookies = {
  session: "__Host-session",
  /** The password was right, a code is still to come. */
  secondStep: "__Host-second-step",
  /** What a passkey is to sign. */
  passkeyChallenge: "__Host-passkey",
} as const;

export const sessionCookie = signInCookies.session;

export const sessionSeconds = 30 * 24 * 60 * 60;
