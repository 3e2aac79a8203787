import type { Database } from "@meridian/db/client.ts";
import type { FastifyInstance } from "fastify";
import { send } from "./host.ts";

export const password = "correct horse battery";

/** The link of the mail that waits for this address, and its token. */
export async function mailTo(db: Database, email: string) {
  const [mail] = await db.$client<{ template: string; link: string }[]>`
    select template, link from mail where recipient = ${email} order by id desc limit 1`;
  if (mail === undefined) throw new Error(`No mail waits for ${email}.`);
  return { ...mail, token: new URL(mail.link).searchParams.get("token") ?? "" };
}

export function cookieOf({ headers }: { headers: Record<string, unknown> }): { cookie: string } {
  const [cookie = ""] = [headers["set-cookie"]].flat().map(String);
  return { cookie: cookie.split(";", 1)[0] ?? "" };
}

export function signIn(app: FastifyInstance, email: string, secret = password) {
  return send(app, "POST", "/trpc/accounts.signIn", { body: { email, password: secret } });
}

/** Registered, confirmed and signed in; the cookie of a browser that is. */
export async function makeUser(
  app: FastifyInstance,
  db: Database,
  role: "shopper" | "staff" | "admin" = "shopper",
) {
  const email = `${crypto.randomUUID()}@example.com`;
  await send(app, "POST", "/api/v1/users", { body: { name: "Ada", email, password } });
  const { token } = await mailTo(db, email);
  const verified = await send(app, "POST", "/trpc/accounts.verifyEmail", { body: { token } });
  if (verified.status !== 200) throw new Error(verified.text);
  await db.$client`update "user" set role = ${role} where email = ${email}`;
  const [user] = await db.$client<{ id: string }[]>`select id from "user" where email = ${email}`;
  return { email, id: user?.id ?? "", headers: cookieOf(verified) };
}
