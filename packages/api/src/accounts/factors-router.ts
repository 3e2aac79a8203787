import { procedure, router } from "../kernel/trpc.ts";
import { Done, Nothing } from "./contract.ts";
import {
  AddPasskey,
  BackupCodes,
  NewTotp,
  PasskeyList,
  PasskeyOptions,
  RemovePasskey,
  Totp,
  TotpCode,
  WithPassword,
} from "./contract/factors.ts";
import * as factors from "./service/factors.ts";

const done = { done: true } as const;
/** For somebody who is signed in; by the browser's session, since no token may change how they sign in. */
const own = procedure.meta({ scope: "account" });

/** The second step at sign-in: a code of an authenticator app, or of a list on paper. */
export const totpRouter = router({
  get: own
    .input(Nothing)
    .output(Totp)
    .query(({ ctx }) => factors.getTotp(ctx)),
  begin: own
    .input(WithPassword)
    .output(NewTotp)
    .mutation(({ ctx, input }) => factors.beginTotp(ctx, input)),
  confirm: own
    .input(TotpCode)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      ctx.browser.keep(await factors.confirmTotp(ctx, input));
      return done;
    }),
  remove: own
    .input(WithPassword)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      ctx.browser.keep(await factors.removeTotp(ctx, input));
      return done;
    }),
  renewBackupCodes: own
    .input(WithPassword)
    .output(BackupCodes)
    .mutation(({ ctx, input }) => factors.renewBackupCodes(ctx, input)),
});

/** Keys that sign in by themselves. Adding one needs a session that began today. */
export const passkeysRouter = router({
  options: own
    .input(Nothing)
    .output(PasskeyOptions)
    .mutation(async ({ ctx }) => {
      const { options, cookies } = await ctx.signIn.newPasskeyOptions(ctx.browser.cookie);
      ctx.browser.keep(cookies);
      return options;
    }),
  add: own
    .input(AddPasskey)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      await ctx.signIn.addPasskey(ctx.browser.cookie, input);
      return done;
    }),
  list: own
    .input(Nothing)
    .output(PasskeyList)
    .query(async ({ ctx }) => ({ items: await ctx.signIn.listPasskeys(ctx.browser.cookie) })),
  remove: own
    .input(RemovePasskey)
    .output(Done)
    .mutation(async ({ ctx, input }) => {
      await ctx.signIn.removePasskey(ctx.browser.cookie, input.passkeyId);
      return done;
    }),
});
