/**
 * What a signed-in user reads and changes of itself, and the limits on what may be guessed. Passwords and sessions
 * are the authority's (`../kernel/sign-in.ts`).
 */
import type { Executor } from "@meridian/db/client.ts";
import { users } from "@meridian/db/schema.ts";
import { and, eq } from "drizzle-orm";
import { claimIfThere } from "../cart/service/current.ts";
import type { ServiceContext } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import { userGone } from "../kernel/permission.ts";
import { inTransaction } from "../kernel/transaction.ts";
import type { SessionCookies, SignIn } from "../kernel/sign-in.ts";
import type { RequestContext } from "../kernel/trpc.ts";
import type {
  MailSent,
  ResetPassword,
  SendMail,
  SignInInput,
  SignUp,
  UpdateUser,
} from "./contract.ts";
import type { User } from "./contract/users.ts";
import { scopesOf, toRole } from "./roles.ts";
import { headerOf } from "./service/factors.ts";
import { limitRate } from "./service/rate.ts";
import { requireUser } from "./service/user.ts";

type SignInContext = ServiceContext & { signIn: SignIn; address: string };

const minute = 60;
const hour = 60 * minute;

/** With a key, account, mail and answer commit at once. So who registers one address twice at one moment waits for the first. */
export async function signUp(ctx: SignInContext, input: SignUp): Promise<MailSent> {
  return await mailing(ctx, input.email, (tx) => ctx.signIn.signUp(tx, input));
}

export async function sendVerification(ctx: SignInContext, input: SendMail): Promise<MailSent> {
  return await mailing(ctx, input.email, (tx) => ctx.signIn.sendVerification(tx, input));
}

/** Guessing is limited by address and by account, so neither one machine nor many get far. */
export async function signIn(ctx: SignInContext, input: SignInInput): ReturnType<SignIn["signIn"]> {
  await limitRate(ctx, `sign-in:${ctx.address}`, { limit: 100, seconds: 15 * minute });
  await limitRate(ctx, `sign-in-account:${input.email}`, { limit: 10, seconds: 15 * minute });
  return await ctx.signIn.signIn(input);
}

/**
 * The browser is somebody's from now on: it keeps the session, and what it gathered as a guest goes into their cart. If
 * that fails they are signed in all the same, and it is done when the cart is asked for.
 */
export async function beginSession(
  ctx: SignInContext & Pick<RequestContext, "browser" | "guestCart">,
  cookies: SessionCookies,
): Promise<void> {
  ctx.browser.keep(cookies);
  const { id: guestCartId } = ctx.guestCart;
  if (guestCartId === undefined) return;
  try {
    const found = await ctx.signIn.findUser(headerOf(cookies));
    if (found === null) return;
    const role = toRole(found.role);
    const user = { kind: "user", id: found.id, role, scopes: scopesOf(role) } as const;
    const cart = await claimIfThere({ ...ctx, actor: user }, user, guestCartId);
    if (cart !== null) ctx.guestCart.remember(cart.id);
  } catch (err) {
    ctx.log.warn({ err }, "a guest's cart was not claimed at sign-in");
  }
}

export async function requestPasswordReset(ctx: SignInContext, input: SendMail): Promise<MailSent> {
  return await mailing(ctx, input.email, (tx) => ctx.signIn.requestPasswordReset(tx, input));
}

export async function resetPassword(ctx: SignInContext, input: ResetPassword): Promise<void> {
  await limitRate(ctx, `reset:${ctx.address}`, { limit: 30, seconds: 15 * minute });
  await inTransaction(ctx, ({ db }) => ctx.signIn.resetPassword(db, input));
}

/** @throws forbidden `auth.user_required`; unauthenticated `auth.token_invalid` when the account is gone */
export async function getMe(ctx: ServiceContext): Promise<User> {
  const [row] = await ctx.db
    .select(shown)
    .from(users)
    .where(eq(users.id, requireUser(ctx)));
  if (row === undefined) throw userGone();
  return { ...row, createdAt: row.createdAt.toISOString() };
}

/**
 * @throws forbidden `auth.user_required`; unauthenticated `auth.token_invalid` when the account is gone
 * @throws precondition_failed `accounts.version_mismatch` {expected, actual}
 */
export async function updateMe(
  ctx: ServiceContext,
  { name, expectedVersion }: UpdateUser,
): Promise<User> {
  const isMe = eq(users.id, requireUser(ctx));
  const isSeen = expectedVersion === undefined ? undefined : eq(users.version, expectedVersion);
  const [row] = await ctx.db
    .update(users)
    .set({ name, updatedAt: ctx.clock.now() })
    .where(and(isMe, isSeen))
    .returning(shown);
  if (row !== undefined) return { ...row, createdAt: row.createdAt.toISOString() };
  const current = await getMe(ctx);
  throw new DomainError("precondition_failed", "accounts.version_mismatch", {
    message: "The account has changed since it was read.",
    details: { expected: expectedVersion, actual: current.version },
    current,
  });
}

const shown = {
  id: users.id,
  version: users.version,
  email: users.email,
  name: users.name,
  role: users.role,
  createdAt: users.createdAt,
};

/** Limited by who asks, who may ask for mails to many; and by who gets them, who did not ask for many. */
async function mailing(
  ctx: SignInContext,
  email: string,
  write: (tx: Executor) => Promise<void>,
): Promise<MailSent> {
  await inTransaction(ctx, async (tx) => {
    await limitRate(tx, `mails-from:${ctx.address}`, { limit: 30, seconds: hour });
    await limitRate(tx, `mail:${email}`, { limit: 5, seconds: hour });
    await write(tx.db);
  });
  return { email };
}
