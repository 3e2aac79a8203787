/**
 * The browser's session. `__Host-`: only this host can set it, for all of it, and only over a secure connection; browsers
 * count http://localhost as one.
 */
export const sessionCookie = "__Host-session";

export const sessionSeconds = 30 * 24 * 60 * 60;
