import { appRouter } from "@meridian/api/server.ts";
import { createClient } from "@meridian/db/client.ts";
import { freePort } from "@meridian/tooling/process/ports.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withTrustedOutput } from "../src/trusted-output.ts";
import { makeUser, password } from "./accounts.ts";
import { openChromium, type ChromiumPage } from "./chromium-page.ts";
import { testHost } from "./host.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 10 });
afterAll(() => db.$client.end());
const port = await freePort();
// The browser's own idea of a secure place without a certificate.
const origin = `http://localhost:${port}`;
const app = await testHost({
  router: withTrustedOutput(appRouter),
  db,
  env: { WEB_ORIGIN: origin, API_PUBLIC_URL: origin },
});
await app.listen({ port, host: "localhost" });

let page: ChromiumPage;
let authenticatorId: string | undefined;
beforeAll(async () => {
  page = await openChromium(`${origin}/healthz`);
  await page.devTools.send("WebAuthn.enable");
  await plugIn();
});
afterAll(() => page.close());

/** A device with a key store, whose owner always agrees; it makes sure that it is them. */
async function plugIn() {
  if (authenticatorId !== undefined)
    await page.devTools.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
  const options = {
    protocol: "ctap2" as const,
    transport: "internal" as const,
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  ({ authenticatorId } = await page.devTools.send("WebAuthn.addVirtualAuthenticator", { options }));
}

type Answer = { status: number; data?: never; reason?: string };
/** As the storefront's page calls: the browser keeps and sends the cookies by itself. */
const call = (procedure: string, input: object) =>
  page.evaluate<Answer>(`fetch("/trpc/${procedure}", {
      method: "POST", headers: { "content-type": "application/json" },
      body: ${JSON.stringify(JSON.stringify(input))} })
    .then(async (answer) => {
      const { result, error } = await answer.json();
      return { status: answer.status, data: result?.data, reason: error?.data.problem.reason };
    })`);
const me = async () =>
  await page.evaluate<number>(`fetch("/trpc/accounts.me?input={}").then(({ status }) => status)`);

async function credentialFor(kind: "create" | "get", options: unknown): Promise<object> {
  const parse = kind === "create" ? "parseCreationOptionsFromJSON" : "parseRequestOptionsFromJSON";
  return page.evaluate(`navigator.credentials.${kind}({
      publicKey: PublicKeyCredential.${parse}(${JSON.stringify(options)}) })
    .then((credential) => credential.toJSON())`);
}

async function signedIn() {
  const user = await makeUser(app, db);
  await call("accounts.signOut", {});
  await call("accounts.signIn", { email: user.email, password });
  return user;
}
async function addPasskey(name = "Laptop") {
  const { data } = await call("passkeys.options", {});
  const credential = await credentialFor("create", data);
  return { credential, ...(await call("passkeys.add", { credential, name })) };
}
async function signInByPasskey() {
  const { data } = await call("accounts.passkeySignInOptions", {});
  const credential = await credentialFor("get", data);
  return { credential, ...(await call("accounts.signInWithPasskey", { credential })) };
}

describe("a passkey", () => {
  test("signs in by itself, in a browser that knows nobody", async () => {
    await plugIn();
    const { email } = await signedIn();
    expect((await addPasskey()).status).toBe(200);
    await call("accounts.signOut", {});
    expect(await me()).toBe(401);
    expect((await signInByPasskey()).status).toBe(200);
    const { data } = await page.evaluate<{ data: { email: string } }>(
      `fetch("/trpc/accounts.me?input={}").then((answer) => answer.json()).then(({ result }) => result)`,
    );
    expect(data.email).toBe(email);
  });

  test("what it signed once signs in nobody again, nor what was signed for another question", async () => {
    await plugIn();
    await signedIn();
    await addPasskey();
    await call("accounts.signOut", {});
    const { credential } = await signInByPasskey();
    await call("accounts.signOut", {});
    const refused = { status: 401, reason: "auth.passkey_refused" };
    expect(await call("accounts.signInWithPasskey", { credential })).toMatchObject(refused);
    await call("accounts.passkeySignInOptions", {});
    expect(await call("accounts.signInWithPasskey", { credential })).toMatchObject(refused);
    expect(await me()).toBe(401);
  });

  test("that only was touched is not enough, and one that is not known neither", async () => {
    await plugIn();
    await signedIn();
    await addPasskey();
    await call("accounts.signOut", {});
    const { data } = await call("accounts.passkeySignInOptions", {});
    // What a page of somebody else's would ask of a key that lies on a desk.
    const options = { ...(data as unknown as object), userVerification: "discouraged" };
    const credential = await credentialFor("get", options);
    const refused = { status: 401, reason: "auth.passkey_refused" };
    expect(await call("accounts.signInWithPasskey", { credential })).toMatchObject(refused);
    await db.$client`delete from passkey`;
    expect(await signInByPasskey()).toMatchObject(refused);
    expect(await me()).toBe(401);
  });

  test("is listed and removed by its owner alone, and then opens nothing", async () => {
    await plugIn();
    await signedIn();
    await addPasskey("Phone");
    const list = async () =>
      await page.evaluate<{ items: { id: string; name: string }[] }>(
        `fetch("/trpc/passkeys.list?input={}").then((answer) => answer.json()).then(({ result }) => result.data)`,
      );
    const { items } = await list();
    expect(items).toMatchObject([{ name: "Phone" }]);
    const passkeyId = items[0]?.id;
    await signedIn();
    expect((await list()).items).toEqual([]);
    expect(await call("passkeys.remove", { passkeyId })).toMatchObject({
      status: 404,
      reason: "auth.passkey_not_found",
    });
    expect((await signInByPasskey()).status).toBe(200);
    expect((await call("passkeys.remove", { passkeyId })).status).toBe(200);
    await call("accounts.signOut", {});
    expect(await signInByPasskey()).toMatchObject({ reason: "auth.passkey_refused" });
  });

  test("is added in a session that began today", async () => {
    await plugIn();
    const { id } = await signedIn();
    await db.$client`update session set created_at = now() - interval '2 days' where user_id = ${id}`;
    expect(await call("passkeys.options", {})).toMatchObject({
      status: 401,
      reason: "auth.sign_in_again",
    });
  });
});
