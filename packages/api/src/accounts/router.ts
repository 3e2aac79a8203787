import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import {
  ChangePassword,
  Done,
  MailSent,
  Nothing,
  ResetPassword,
  SendMail,
  SignInInput,
  SignUp,
  UpdateUser,
  VerifyEmail,
} from "./contract.ts";
import {
  BackupCode,
  PasskeyOptions,
  SignInAnswer,
  SignInWithPasskey,
  TotpCode,
} from "./contract/factors.ts";
import { User } from "./contract/users.ts";
import {
  changePassword,
  signInWithBackupCode,
  signInWithPasskey,
  signInWithTotp,
} from "./service/factors.ts";
import * as accounts from "./service.ts";

const tag = "Accounts";
const done = { done: true } as const;

/** Signing in and out is the storefront's alone: REST knows no cookie, its callers have tokens. */
export const accountsRouter = router({
  signUp: procedure
    .meta(
      rest({
        method: "POST",
        path: "/users",
        summary: "Register; a mail says how to go on",
        tag,
        reasons: ["auth.too_many_attempts"],
      }),
    )
    .input(SignUp)
    .output(MailSent)
    .mutation(({ ctx, input }) => accounts.signUp(ctx, input)),
  sendVerification: procedure
    .meta(
      rest({
        method: "POST",
        path: "/users/verifications",
        summary: "Mail the link that confirms an address again",
        tag,
        reasons: ["auth.too_many_attempts"],
      }),
    )
    .input(SendMail)
    .output(MailSent)
    .mutation(({ ctx, input }) => accounts.sendVerification(ctx, input)),
  requestPasswordReset: procedure
    .meta(
      rest({
        method: "POST",
        path: "/users/password-resets",
        summary: "Mail a link that sets a new password",
        tag,
        reasons: ["auth.too_many_attempts"],
      }),
    )
    .input(SendMail)
    .output(MailSent)
    .mutation(({ ctx, input }) => accounts.requestPasswordReset(ctx, input)),
  resetPassword: procedure
    .meta(
      rest({
        method: "PUT",
        path: "/users/password",
        summary: "Set a new password with the token of such a link; all sessions end",
        tag,
        reasons: ["auth.too_many_attempts", "auth.link_invalid"],
      }),
    )
    .input(ResetPassword)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      await accounts.resetPassword(ctx, input);
      return done;
    }),
  verifyEmail: procedure
    .input(VerifyEmail)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      await accounts.beginSession(ctx, await ctx.signIn.verifyEmail(input.token));
      return done;
    }),
  changePassword: procedure
    .meta({ scope: "account" })
    .input(ChangePassword)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      ctx.browser.keep(await changePassword(ctx, input));
      return done;
    }),
  signIn: procedure
    .input(SignInInput)
    .output(SignInAnswer)
    .mutation(async ({ ctx, input }) => {
      const { cookies, needs } = await accounts.signIn(ctx, input);
      await accounts.beginSession(ctx, cookies);
      return { done: needs === null, needs };
    }),
  signInWithTotp: procedure
    .input(TotpCode)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      await accounts.beginSession(ctx, await signInWithTotp(ctx, input));
      return done;
    }),
  signInWithBackupCode: procedure
    .input(BackupCode)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      await accounts.beginSession(ctx, await signInWithBackupCode(ctx, input));
      return done;
    }),
  passkeySignInOptions: procedure
    .input(Nothing)
    .output(PasskeyOptions)
    .mutation(async ({ ctx }) => {
      const { options, cookies } = await ctx.signIn.passkeySignInOptions();
      ctx.browser.keep(cookies);
      return options;
    }),
  signInWithPasskey: procedure
    .input(SignInWithPasskey)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      await accounts.beginSession(ctx, await signInWithPasskey(ctx, input));
      return done;
    }),
  signOut: procedure
    .input(Nothing)
    .output(Done)
    .mutation(async ({ ctx }) => {
      ctx.browser.keep(await ctx.signIn.signOut(ctx.browser.cookie));
      // The cart was theirs, not the browser's.
      ctx.guestCart.forget();
      return done;
    }),
  /** Who this browser is, for the storefront; null: a guest, which is no error. */
  current: procedure
    .input(Nothing)
    .output(User.nullable())
    .query(({ ctx }) => (ctx.actor.kind === "user" ? accounts.getMe(ctx) : null)),
  me: procedure
    .meta(
      rest({
        method: "GET",
        path: "/users/me",
        summary: "Who is signed in",
        tag,
        user: true,
      }),
    )
    .input(Nothing)
    .output(User)
    .query(({ ctx }) => accounts.getMe(ctx)),
  updateMe: procedure
    .meta(
      rest({
        method: "PATCH",
        path: "/users/me",
        summary: "Change one's name",
        tag,
        user: true,
        ifMatch: "optional",
        reasons: ["accounts.version_mismatch"],
      }),
    )
    .input(UpdateUser)
    .output(User)
    .mutation(({ ctx, input }) => accounts.updateMe(ctx, input)),
});
