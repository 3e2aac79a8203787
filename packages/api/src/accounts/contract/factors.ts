import { z } from "zod";
import { Instant } from "../../kernel/instant.ts";

const Password = z.string().min(1).max(128);

export const WithPassword = z.strictObject({ password: Password });
export type WithPassword = z.infer<typeof WithPassword>;

/** What an authenticator app reads, mostly as a QR code; and what opens the account when the app is lost. */
export const NewTotp = z.object({
  uri: z.string(),
  backupCodes: z.array(z.string()).meta({ description: "Each is good once" }),
});
export type NewTotp = z.infer<typeof NewTotp>;

export const Totp = z.object({ isOn: z.boolean() });
export type Totp = z.infer<typeof Totp>;

export const BackupCodes = z.object({ backupCodes: z.array(z.string()) });
export type BackupCodes = z.infer<typeof BackupCodes>;

export const TotpCode = z.strictObject({ code: z.string().regex(/^\d{6}$/, "must be six digits") });
export type TotpCode = z.infer<typeof TotpCode>;

export const BackupCode = z.strictObject({ code: z.string().trim().min(6).max(40) });
export type BackupCode = z.infer<typeof BackupCode>;

/** Whether somebody is signed in now, or what is asked of them first. */
export const SignInAnswer = z.object({ done: z.boolean(), needs: z.literal("totp").nullable() });
export type SignInAnswer = z.infer<typeof SignInAnswer>;

/** As the browser's `navigator.credentials` takes it (WebAuthn Level 3, JSON). */
export const PasskeyOptions = z.record(z.string(), z.unknown());
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;

/** As the browser has it (`credential.toJSON()`); browsers add fields with time. */
const Credential = z.looseObject({
  id: z.string().min(1).max(2_000),
  rawId: z.string().min(1).max(2_000),
  type: z.literal("public-key"),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
  clientExtensionResults: z.looseObject({}),
});

export const AddPasskey = z.strictObject({
  name: z.string().trim().min(1).max(100).optional(),
  credential: Credential,
});
export type AddPasskey = z.infer<typeof AddPasskey>;

export const SignInWithPasskey = z.strictObject({ credential: Credential });
export type SignInWithPasskey = z.infer<typeof SignInWithPasskey>;

export const Passkey = z.object({
  id: z.string(),
  name: z.string().nullable(),
  createdAt: Instant,
});
export type Passkey = z.infer<typeof Passkey>;

export const PasskeyList = z.object({ items: z.array(Passkey) });
export type PasskeyList = z.infer<typeof PasskeyList>;

export const RemovePasskey = z.strictObject({ passkeyId: z.string().min(1).max(60) });
export type RemovePasskey = z.infer<typeof RemovePasskey>;

export const factorReasons = {
  "auth.code_invalid": z.object({}),
  "auth.sign_in_again": z.object({}),
  "auth.totp_on": z.object({}),
  "auth.totp_off": z.object({}),
  "auth.passkey_refused": z.object({}),
  "auth.passkey_not_found": z.object({}),
} as const;
