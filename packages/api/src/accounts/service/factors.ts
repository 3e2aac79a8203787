/** How somebody signs in: password, second step, passkeys. Guessing is limited, and a code is good once. */
import { users } from "@meridian/db/schema.ts";
import { eq } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import type { SessionCookies, SignIn } from "../../kernel/sign-in.ts";
import { inTransaction } from "../../kernel/transaction.ts";
import type { ChangePassword } from "../contract.ts";
import type {
  BackupCode,
  BackupCodes,
  NewTotp,
  SignInWithPasskey,
  Totp,
  TotpCode,
  WithPassword,
} from "../contract/factors.ts";
import { limitRate } from "./rate.ts";
import { requireUser } from "./user.ts";

type BrowserContext = ServiceContext & {
  signIn: SignIn;
  address: string;
  browser: { cookie: string | undefined };
};

const quarter = 15 * 60;

/** All other sessions end. @throws unauthenticated `auth.credentials_invalid` */
export async function changePassword(
  ctx: BrowserContext,
  input: ChangePassword,
): Promise<SessionCookies> {
  await limitPasswords(ctx);
  const { cookie } = ctx.browser;
  return await inTransaction(ctx, ({ db }) => ctx.signIn.changePassword(db, cookie, input));
}

/** Whether a code is asked for at sign-in. */
export async function getTotp(ctx: BrowserContext): Promise<Totp> {
  const [row] = await ctx.db
    .select({ isOn: users.twoFactorEnabled })
    .from(users)
    .where(eq(users.id, requireUser(ctx)));
  return { isOn: row?.isOn ?? false };
}

/** Nothing is asked for at sign-in before a code of the app was given. */
export async function beginTotp(ctx: BrowserContext, { password }: WithPassword): Promise<NewTotp> {
  await limitPasswords(ctx);
  return await ctx.signIn.beginTotp(ctx.browser.cookie, password);
}

/** The session gives way to a new one. @throws unauthenticated `auth.code_invalid` */
export async function confirmTotp(
  ctx: BrowserContext,
  { code }: TotpCode,
): Promise<SessionCookies> {
  await limitRate(ctx, `code:${requireUser(ctx)}`, { limit: 10, seconds: quarter });
  return await ctx.signIn.confirmTotp(ctx.browser.cookie, code);
}

export async function removeTotp(
  ctx: BrowserContext,
  { password }: WithPassword,
): Promise<SessionCookies> {
  await limitPasswords(ctx);
  return await ctx.signIn.removeTotp(ctx.browser.cookie, password);
}

/** Those before are good no more. */
export async function renewBackupCodes(
  ctx: BrowserContext,
  { password }: WithPassword,
): Promise<BackupCodes> {
  await limitPasswords(ctx);
  return { backupCodes: await ctx.signIn.renewBackupCodes(ctx.browser.cookie, password) };
}

/**
 * RFC 6238 5.2: whoever has seen a code being typed can't use it again.
 * @throws unauthenticated `auth.code_invalid`, `auth.sign_in_again`; rate_limited `auth.too_many_attempts`
 */
export async function signInWithTotp(
  ctx: BrowserContext,
  { code }: TotpCode,
): Promise<SessionCookies> {
  await limitCodes(ctx);
  const cookies = await ctx.signIn.signInWithTotp(ctx.browser.cookie, code);
  const session = headerOf(cookies);
  const user = await ctx.signIn.findUser(session);
  if (user === null) return cookies;
  try {
    await limitRate(ctx, `used-code:${user.id}:${code}`, { limit: 1, seconds: 120 });
  } catch (error) {
    await ctx.signIn.signOut(session);
    if (!(error instanceof DomainError) || error.kind !== "rate_limited") throw error;
    throw new DomainError("unauthenticated", "auth.code_invalid", {
      message: "This code was used already. Wait for the next one.",
    });
  }
  return cookies;
}

/** @throws as {@link signInWithTotp}; a backup code is gone when it was used */
export async function signInWithBackupCode(
  ctx: BrowserContext,
  { code }: BackupCode,
): Promise<SessionCookies> {
  await limitCodes(ctx);
  return await ctx.signIn.signInWithBackupCode(ctx.browser.cookie, code);
}

/** @throws unauthenticated `auth.passkey_refused` */
export async function signInWithPasskey(
  ctx: BrowserContext,
  { credential }: SignInWithPasskey,
): Promise<SessionCookies> {
  await limitRate(ctx, `passkey:${ctx.address}`, { limit: 100, seconds: quarter });
  return await ctx.signIn.signInWithPasskey(ctx.browser.cookie, credential);
}

/** As a browser would send them back. */
export function headerOf(cookies: SessionCookies): string {
  return cookies.map((cookie) => cookie.split(";", 1)[0]).join("; ");
}

/** By account they are counted where they are checked, over all browsers. */
function limitCodes(ctx: BrowserContext): Promise<void> {
  return limitRate(ctx, `code:${ctx.address}`, { limit: 100, seconds: quarter });
}

function limitPasswords(ctx: BrowserContext): Promise<void> {
  return limitRate(ctx, `password:${requireUser(ctx)}`, { limit: 10, seconds: quarter });
}
