/**
 * Accounts: who people are. A password is kept as argon2id and never leaves; whether an address is known is told to
 * nobody but by mail to it. What is a user's own is read and written by that user alone.
 */
import { z } from "zod";
import { id } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { PageInput } from "../kernel/page.ts";
import { addressReasons } from "./contract/addresses.ts";
import { preferenceReasons } from "./contract/preferences.ts";

export const UserId = id("usr");

const Email = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase());

/** NIST SP 800-63B: length counts, not kinds of characters. */
const NewPassword = z.string().min(10).max(128);

const Name = z.string().trim().min(1).max(200);
const Token = z.string().min(1).max(2_000);

export const Role = z.enum(["shopper", "staff", "admin"]);
export type Role = z.infer<typeof Role>;

export const User = z
  .object({
    id: UserId,
    email: z.string(),
    name: z.string(),
    role: Role,
    createdAt: Instant,
  })
  .meta({ id: "User" });
export type User = z.infer<typeof User>;

export const SignUp = z.strictObject({ name: Name, email: Email, password: NewPassword });
export type SignUp = z.infer<typeof SignUp>;

/** The same whether the address was known or not. */
export const MailSent = z
  .object({ email: z.string() })
  .meta({ id: "MailSent", description: "A mail with the next step is on its way to this address" });
export type MailSent = z.infer<typeof MailSent>;

export const SendMail = z.strictObject({ email: Email });
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

export const Nothing = z.strictObject({});
export const Done = z.object({ done: z.literal(true) }).meta({ id: "Done" });

export const UpdateUser = z.strictObject({ name: Name });
export type UpdateUser = z.infer<typeof UpdateUser>;

export const ApiClientId = z.string().regex(/^client_[0-9a-z]{1,40}$/, "must be a client's id");

export const ApiClient = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(["system", "application"]),
    scopes: z.array(z.string()),
    isDisabled: z.boolean(),
    createdAt: Instant,
  })
  .meta({ id: "ApiClient" });
export type ApiClient = z.infer<typeof ApiClient>;

export const ClientSecret = z
  .object({ clientId: z.string(), secret: z.string() })
  .meta({ id: "ApiClientSecret" });
export type ClientSecret = z.infer<typeof ClientSecret>;

export const ApiClientList = z.object({ items: z.array(ApiClient) }).meta({ id: "ApiClientList" });
export type ApiClientList = z.infer<typeof ApiClientList>;

export const CreateClient = z.strictObject({
  name: Name,
  scopes: z.array(z.string().max(40)).min(1).max(20),
});
export type CreateClient = z.infer<typeof CreateClient>;

export const ClientInput = z.strictObject({ clientId: ApiClientId });
export type ClientInput = z.infer<typeof ClientInput>;

export const ListActions = z.strictObject({
  actorId: z.string().max(60).optional(),
  ...PageInput.shape,
});
export type ListActions = z.output<typeof ListActions>;

export const Action = z
  .object({
    at: Instant,
    actor: z.object({ kind: z.enum(["client", "user"]), id: z.string() }),
    procedure: z.string(),
    subjects: z.record(z.string(), z.string()),
    requestId: z.string(),
    address: z.string(),
  })
  .meta({ id: "Action" });

export const ActionPage = z
  .object({ items: z.array(Action), nextCursor: z.string().nullable() })
  .meta({ id: "ActionPage" });
export type ActionPage = z.infer<typeof ActionPage>;

export const reasons = {
  ...addressReasons,
  ...preferenceReasons,
  "client.not_found": z.object({ clientId: z.string() }),
  "client.unknown_scope": z.object({ scope: z.string() }),
  "auth.credentials_invalid": z.object({}),
  "auth.email_not_verified": z.object({}),
  "auth.link_invalid": z.object({}),
} as const;
