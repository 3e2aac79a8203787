/**
 * What a signed-in user reads and changes of itself, and the limits on what may be guessed. Passwords and sessions
 * are the authority's (`../kernel/sign-in.ts`).
 */
import { users } from "@meridian/db/schema.ts";
import { eq } from "drizzle-orm";
import type { ServiceContext } from "../kernel/context.ts";
import { DomainError } from "../kernel/errors.ts";
import type { SessionCookies, SignIn } from "../kernel/sign-in.ts";
import type {
  MailSent,
  ResetPassword,
  SendMail,
  SignInInput,
  SignUp,
  UpdateUser,
  User,
} from "./contract.ts";
import { limitRate } from "./service/rate.ts";

type SignInContext = ServiceContext & { signIn: SignIn; address: string };

const minute = 60;
const hour = 60 * minute;

export async function signUp(ctx: SignInContext, input: SignUp): Promise<MailSent> {
  await limitRate(ctx, `sign-up:${ctx.address}`, { limit: 30, seconds: hour });
  await limitMails(ctx, input.email);
  await ctx.signIn.signUp(input);
  return { email: input.email };
}

export async function sendVerification(ctx: SignInContext, { email }: SendMail): Promise<MailSent> {
  await limitMails(ctx, email);
  await ctx.signIn.sendVerification(email);
  return { email };
}

/** Guessing is limited by address and by account, so neither one machine nor many get far. */
export async function signIn(ctx: SignInContext, input: SignInInput): Promise<SessionCookies> {
  await limitRate(ctx, `sign-in:${ctx.address}`, { limit: 100, seconds: 15 * minute });
  await limitRate(ctx, `sign-in:${input.email}`, { limit: 10, seconds: 15 * minute });
  return await ctx.signIn.signIn(input);
}

export async function requestPasswordReset(
  ctx: SignInContext,
  { email }: SendMail,
): Promise<MailSent> {
  await limitMails(ctx, email);
  await ctx.signIn.requestPasswordReset(email);
  return { email };
}

export async function resetPassword(ctx: SignInContext, input: ResetPassword): Promise<void> {
  await limitRate(ctx, `reset:${ctx.address}`, { limit: 30, seconds: 15 * minute });
  await ctx.signIn.resetPassword(input);
}

/** @throws forbidden `auth.user_required` */
export async function getMe(ctx: ServiceContext): Promise<User> {
  const [row] = await ctx.db
    .select(shown)
    .from(users)
    .where(eq(users.id, requireUser(ctx)));
  if (row === undefined) throw userRequired();
  return { ...row, createdAt: row.createdAt.toISOString() };
}

/** @throws forbidden `auth.user_required` */
export async function updateMe(ctx: ServiceContext, { name }: UpdateUser): Promise<User> {
  const [row] = await ctx.db
    .update(users)
    .set({ name, updatedAt: ctx.clock.now() })
    .where(eq(users.id, requireUser(ctx)))
    .returning(shown);
  if (row === undefined) throw userRequired();
  return { ...row, createdAt: row.createdAt.toISOString() };
}

const shown = {
  id: users.id,
  email: users.email,
  name: users.name,
  role: users.role,
  createdAt: users.createdAt,
};

/** Mails to one address: whoever gets them did not ask for many. */
function limitMails(ctx: SignInContext, email: string): Promise<void> {
  return limitRate(ctx, `mail:${email}`, { limit: 5, seconds: hour });
}

function requireUser({ actor }: ServiceContext): string {
  if (actor.kind !== "user") throw userRequired();
  return actor.id;
}

function userRequired(): DomainError {
  return new DomainError("forbidden", "auth.user_required", {
    message: "This is a user's own, and nobody is there who is one.",
  });
}
