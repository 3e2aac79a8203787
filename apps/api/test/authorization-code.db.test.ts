import { decodeJwt } from "jose";
import { describe, expect, test } from "vitest";
import { mailTo, makeUser, password } from "./accounts.ts";
import {
  authorizeUrl,
  Browser,
  letIn,
  makeApplication,
  pkce,
  redeem,
  redirectUri,
  refresh,
} from "./authorization-code.ts";
import { send } from "./host.ts";
import { audience, bearerOf, issuer, makeClient, post } from "./oauth.ts";
import { testShop } from "./shop.ts";

const { app, db } = await testShop();
const application = await makeApplication(db);
const clientId = application.id;
const bearer = (body: Record<string, unknown>) => ({
  authorization: `Bearer ${String(body["access_token"])}`,
});
const me = (headers: Record<string, string>) => send(app, "GET", "/api/v1/users/me", { headers });

async function tokensOf(email: string) {
  const { verifier, challenge } = pkce();
  const back = await letIn(app, email, { clientId, challenge });
  const code = back.searchParams.get("code") ?? "";
  return { code, verifier, ...(await redeem(app, clientId, code, verifier)) };
}

test("somebody signs in, lets an application in, and it acts for them", async () => {
  const user = await makeUser(app, db);
  const { verifier, challenge } = pkce();
  const browser = new Browser(app);
  const toSignIn = await browser.open(authorizeUrl({ clientId, challenge }));
  expect(toSignIn.location).toMatch(/^\/oauth2\/sign-in\?/);
  expect((await browser.open(toSignIn.location)).text).toContain('name="password"');
  const wrong = await browser.open(toSignIn.location, { email: user.email, password: "wrong one" });
  expect([wrong.status, wrong.text]).toEqual([401, expect.stringContaining("not right")]);
  const signedIn = await browser.open(toSignIn.location, { email: user.email, password });
  const toConsent = await browser.open(signedIn.location);
  expect(toConsent.location).toMatch(/^\/oauth2\/consent\?/);
  const page = (await browser.open(toConsent.location)).text;
  expect(page).toContain("Let Ledger &lt;app&gt; use your account?");
  expect(page).toContain("own account");
  const back = new URL((await browser.open(toConsent.location, { decision: "allow" })).location);
  expect(back.href.startsWith(redirectUri)).toBe(true);
  expect(Object.fromEntries(back.searchParams)).toMatchObject({ state: "the-state", iss: issuer });

  const { status, body } = await redeem(
    app,
    clientId,
    back.searchParams.get("code") ?? "",
    verifier,
  );
  expect(status).toBe(200);
  expect(decodeJwt(String(body["access_token"]))).toMatchObject({
    sub: user.id,
    aud: audience,
    client_id: clientId,
    role: "shopper",
    scope: "account offline_access",
  });
  expect((await me(bearer(body))).body).toMatchObject({ id: user.id, email: user.email });
});

test("whoever denies is sent back without a code", async () => {
  const { email } = await makeUser(app, db);
  const { challenge } = pkce();
  const browser = new Browser(app);
  const toSignIn = await browser.open(authorizeUrl({ clientId, challenge }));
  const signedIn = await browser.open(toSignIn.location, { email, password });
  const toConsent = await browser.open(signedIn.location);
  const back = new URL((await browser.open(toConsent.location, { decision: "deny" })).location);
  expect(back.searchParams.get("error")).toBe("access_denied");
  expect(back.searchParams.has("code")).toBe(false);
});

test("what was asked can't be changed on the way to the consent", async () => {
  const { email } = await makeUser(app, db);
  const browser = new Browser(app);
  const toSignIn = await browser.open(authorizeUrl({ clientId, challenge: pkce().challenge }));
  const signedIn = await browser.open(toSignIn.location, { email, password });
  const { location } = await browser.open(signedIn.location);
  const changed = location.replace("scope=account", "scope=account+orders%3Aread");
  expect(changed).not.toBe(location);
  const back = await browser.open(changed, { decision: "allow" });
  expect(back.location).not.toContain("code=");
});

test("there is time to read what is asked; who takes longer is asked anew; a code lives for a minute", async () => {
  const { email } = await makeUser(app, db);
  const { challenge } = pkce();
  const browser = new Browser(app);
  const toSignIn = await browser.open(authorizeUrl({ clientId, challenge }));
  const signedIn = await browser.open(toSignIn.location, { email, password });
  const { location } = await browser.open(signedIn.location);
  const asked = new URL(location, issuer).searchParams;
  expect(Number(asked.get("exp")) - Date.now() / 1000).toBeGreaterThan(500);
  const past = location.replace(/exp=\d+/, "exp=1");
  const again = await browser.open(past, { decision: "allow" });
  expect(again.location).toMatch(/^\/oauth2\/authorize\?/);
  const toConsent = await browser.open(again.location);
  expect(toConsent.location).toMatch(/^\/oauth2\/consent\?/);
  const back = await browser.open(toConsent.location, { decision: "allow" });
  expect(back.location).toContain("code=");
  const codes = await db.$client`
    select from verification
    where value like '%authorization_code%' and expires_at > now() + interval '61 seconds'`;
  expect(codes).toHaveLength(0);
});

test("who sets a new password has let in no application any more", async () => {
  const user = await makeUser(app, db);
  const { body } = await tokensOf(user.email);
  await send(app, "POST", "/api/v1/users/password-resets", { body: { email: user.email } });
  const { token } = await mailTo(db, user.email);
  const reset = { token, password: "a new password" };
  expect((await send(app, "PUT", "/api/v1/users/password", { body: reset })).status).toBe(200);
  expect((await refresh(app, clientId, body["refresh_token"])).status).toBe(400);
});

describe("an application is refused", () => {
  const refusals: Record<string, Record<string, string>> = {
    "without PKCE": { code_challenge: "", code_challenge_method: "" },
    "with a plain challenge": { code_challenge_method: "plain" },
    "with a scope that it does not have": { scope: "account inventory:write" },
    "with another response type": { response_type: "token" },
    "with another place to go back to": { redirect_uri: "https://evil.example/back" },
    "with a longer path": { redirect_uri: `${redirectUri}/more` },
    "that nobody knows": { client_id: "client_nobody" },
  };
  test.for(Object.keys(refusals))("%s", async (name) => {
    const browser = new Browser(app);
    const ask = authorizeUrl({ clientId, challenge: pkce().challenge, ...refusals[name] });
    const { location } = await browser.open(ask);
    expect(location).toContain("error=");
    expect(location).not.toContain("code=");
    expect(new URL(location, issuer).host).not.toBe("evil.example");
  });
});

describe("a code", () => {
  const invalid = { status: 400, body: { error: "invalid_grant" } };

  test("is nothing without its verifier", async () => {
    const { email } = await makeUser(app, db);
    const back = await letIn(app, email, { clientId, challenge: pkce().challenge });
    const code = back.searchParams.get("code") ?? "";
    const { status, body } = await redeem(app, clientId, code, pkce().verifier);
    expect([status >= 400, body["access_token"]]).toEqual([true, undefined]);
  });

  test("is good once: used again it takes back what it gave", async () => {
    const { email } = await makeUser(app, db);
    const { code, verifier, body } = await tokensOf(email);
    expect(await redeem(app, clientId, code, verifier)).toMatchObject(invalid);
    expect(await refresh(app, clientId, body["refresh_token"])).toMatchObject(invalid);
  });

  test("of many who redeem it at once, one gets tokens at most", async () => {
    const { email } = await makeUser(app, db);
    const { verifier, challenge } = pkce();
    const back = await letIn(app, email, { clientId, challenge });
    const code = back.searchParams.get("code") ?? "";
    const all = await Promise.all(
      Array.from({ length: 8 }, () => redeem(app, clientId, code, verifier)),
    );
    expect(all.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  });

  test("is another's in vain, and goes back to nowhere else", async () => {
    const { email } = await makeUser(app, db);
    const { verifier, challenge } = pkce();
    const back = await letIn(app, email, { clientId, challenge });
    const code = back.searchParams.get("code") ?? "";
    const other = await makeApplication(db);
    expect((await redeem(app, other.id, code, verifier)).body["access_token"]).toBeUndefined();
    const elsewhere = { redirect_uri: "https://evil.example/back" };
    expect(
      (await redeem(app, clientId, code, verifier, elsewhere)).body["access_token"],
    ).toBeUndefined();
  });
});

describe("a refresh token", () => {
  test("is changed at each use; used again it ends all of its family", async () => {
    const { email } = await makeUser(app, db);
    const first = (await tokensOf(email)).body;
    const second = await refresh(app, clientId, first["refresh_token"]);
    expect(second.status).toBe(200);
    expect(second.body["refresh_token"]).not.toBe(first["refresh_token"]);
    expect((await me(bearer(second.body))).status).toBe(200);

    expect((await refresh(app, clientId, first["refresh_token"])).body["error"]).toBe(
      "invalid_grant",
    );
    expect((await refresh(app, clientId, second.body["refresh_token"])).status).toBe(400);
  });

  test("that two use at once gives one of them tokens at most", async () => {
    const { email } = await makeUser(app, db);
    const { body } = await tokensOf(email);
    const all = await Promise.all(
      Array.from({ length: 6 }, () => refresh(app, clientId, body["refresh_token"])),
    );
    expect(all.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  });

  test("is not kept as it is, and of no use to another application", async () => {
    const { email } = await makeUser(app, db);
    const { body } = await tokensOf(email);
    const token = String(body["refresh_token"]);
    const rows = await db.$client`select 1 from oauth_refresh_token where token = ${token}`;
    expect(rows).toEqual([]);
    const other = await makeApplication(db);
    expect((await refresh(app, other.id, token)).status).toBe(400);
  });

  test("that was revoked gives nothing", async () => {
    const { email } = await makeUser(app, db);
    const { body } = await tokensOf(email);
    const token = String(body["refresh_token"]);
    const revoked = await post(app, "/oauth2/revoke", { token, client_id: clientId });
    expect(revoked.status).toBe(200);
    expect((await refresh(app, clientId, token)).status).toBe(400);
  });
});

describe("a token is bounded by", () => {
  test("the user's role: an application gets no more than its user has", async () => {
    const { email } = await makeUser(app, db);
    const { verifier, challenge } = pkce();
    const back = await letIn(app, email, { clientId, challenge, scope: "account orders:read" });
    const { body } = await redeem(app, clientId, back.searchParams.get("code") ?? "", verifier);
    const { body: page } = await send(app, "GET", "/api/v1/orders", { headers: bearer(body) });
    expect(page).toMatchObject({ items: [] });
  });

  test("what it is for: a client's own token opens no account", async () => {
    const headers = await bearerOf(app, await makeClient(db));
    expect(await me(headers)).toMatchObject({
      status: 403,
      body: { reason: "auth.user_required" },
    });
  });
});

test("pages explain what is wrong with a form, and show nothing else of it", async () => {
  const browser = new Browser(app);
  for (const email of ["no address", "<b>", "\u0000"]) {
    const { status, text } = await browser.open("/oauth2/sign-in", { email, password: "x" });
    expect([email, status]).toEqual([email, 400]);
    expect(text).toContain('role="alert"');
    expect(text).not.toContain("<b>");
  }
});

test("pages take forms from themselves alone", async () => {
  const answer = await app.inject({
    method: "POST",
    url: "/oauth2/sign-in",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": "cross-site",
      origin: "https://evil.example",
    },
    payload: "email=a%40example.com&password=x",
  });
  expect(answer.statusCode).toBe(403);
});
