/**
 * The authorization server: it decides who may have an access token or a session, and signs tokens; whoever serves
 * requests verifies them by its public keys alone.
 */
import type { Database } from "@meridian/db/client.ts";
import type { Log } from "../kernel/context.ts";
import type { SignIn } from "../kernel/sign-in.ts";
import type { DemoClient } from "./demo-client.ts";

export type AuthorityOptions = {
  db: Database;
  /** Encrypts the private keys and signs cookies and links; the same in every process. */
  secret: string;
  /** Origin of this server, the issuer of its tokens. */
  issuer: string;
  /** Whom the tokens are for. */
  audience: string;
  /** Where the storefront's pages come from: links in mails lead to the first one, passkeys are made for its host and good on all. */
  webOrigins: readonly string[];
  demo?: DemoClient | undefined;
  log: Log;
};

export type Authority = {
  /** Answers a request to one of its addresses: `/oauth2/...`, `/.well-known/...`. */
  handle(request: Request): Promise<Response>;
  signIn: SignIn;
};

/**
 * Begins when it is first asked, and again when that failed: the library reads from the database as it begins, and is
 * large, and there are processes and moments that have no use for it.
 */
export function createAuthority(options: AuthorityOptions): Authority {
  let opening: ReturnType<typeof open> | undefined;
  const opened = () =>
    (opening ??= open(options).catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));
  const later =
    (name: keyof SignIn) =>
    async (...input: unknown[]): Promise<unknown> => {
      const call = (await opened()).signIn[name] as (...given: unknown[]) => unknown;
      return call(...input);
    };
  return {
    handle: async (request) => (await opened()).handle(request),
    signIn: Object.fromEntries(
      Object.keys(calls).map((name) => [name, later(name as keyof SignIn)]),
    ) as unknown as SignIn,
  };
}

/** Every one of them. */
const calls: Record<keyof SignIn, true> = {
  signUp: true,
  sendVerification: true,
  verifyEmail: true,
  signIn: true,
  signOut: true,
  requestPasswordReset: true,
  resetPassword: true,
  changePassword: true,
  findUser: true,
  beginTotp: true,
  confirmTotp: true,
  removeTotp: true,
  renewBackupCodes: true,
  signInWithTotp: true,
  signInWithBackupCode: true,
  newPasskeyOptions: true,
  addPasskey: true,
  listPasskeys: true,
  removePasskey: true,
  passkeySignInOptions: true,
  signInWithPasskey: true,
};

async function open(options: AuthorityOptions): Promise<Authority> {
  const [{ endApplications, openBetterAuth }, { signInOf }, { linkMails }] = await Promise.all([
    import("./better-auth.ts"),
    import("./people.ts"),
    import("./link-mails.ts"),
  ]);
  const auth = await openBetterAuth(options);
  return {
    handle: (request) => auth.handler(request),
    signIn: signInOf(auth, linkMails(options), endApplications),
  };
}
