/**
 * Accounts: who people are. A password is kept as argon2id and never leaves; whether an address is known is told to
 * nobody but by mail to it. What is a user's own is read and written by that user alone.
 */
import { z } from "zod";
import { Language } from "../kernel/language.ts";
import { addressReasons } from "./contract/addresses.ts";
import { factorReasons } from "./contract/factors.ts";
import { clientReasons } from "./contract/clients.ts";
import { preferenceReasons } from "./contract/preferences.ts";
import { privacyReasons } from "./contract/privacy.ts";
import { Email, Name, userReasons } from "./contract/users.ts";

/** NIST SP 800-63B: length counts, not kinds of characters. */
const NewPassword = z.string().min(10).max(128);

const Token = z.string().min(1).max(2_000);

const mailLanguage = Language.optional().meta({
  description: "Of the mail; unless told, the one that the user prefers",
});

export const SignUp = z.strictObject({
  name: Name,
  email: Email,
  password: NewPassword,
  language: mailLanguage,
});
export type SignUp = z.infer<typeof SignUp>;

/** The same whether the address was known or not. */
export const MailSent = z
  .object({ email: z.string() })
  .meta({ id: "MailSent", description: "A mail with the next step is on its way to this address" });
export type MailSent = z.infer<typeof MailSent>;

export const SendMail = z.strictObject({ email: Email, language: mailLanguage });
export type SendMail = z.infer<typeof SendMail>;

export const VerifyEmail = z.strictObject({ token: Token });
export type VerifyEmail = z.infer<typeof VerifyEmail>;

export const ResetPassword = z.strictObject({ token: Token, password: NewPassword });
export type ResetPassword = z.infer<typeof ResetPassword>;

export const SignInInput = z.strictObject({
  email: Email,
  password: z.string().min(1).max(128),
});
export type SignInInput = z.infer<typeof SignInInput>;

export const ChangePassword = z.strictObject({
  password: z.string().min(1).max(128),
  newPassword: NewPassword,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

export const Nothing = z.strictObject({});
export const Done = z.object({ done: z.literal(true) }).meta({ id: "Done" });

export const UpdateUser = z.strictObject({
  name: Name,
  expectedVersion: z.number().int().optional(),
});
export type UpdateUser = z.infer<typeof UpdateUser>;

export const reasons = {
  ...userReasons,
  ...addressReasons,
  ...preferenceReasons,
  ...clientReasons,
  ...privacyReasons,
  ...factorReasons,
  "auth.credentials_invalid": z.object({}),
  "auth.email_not_verified": z.object({}),
  "auth.link_invalid": z.object({}),
} as const;
