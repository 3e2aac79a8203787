import { totpOf } from "@meridian/tooling/testing/totp.ts";
import { describe, expect, test } from "vitest";
import { makeUser, password } from "./accounts.ts";
import { authorizeUrl, Browser, makeApplication, pkce, redirectUri } from "./authorization-code.ts";
import { CookieJar } from "./cookie-jar.ts";
import { send } from "./host.ts";
import { testShop } from "./shop.ts";

const codeOf = (uri: string, later = 0) =>
  totpOf(new URL(uri).searchParams.get("secret") ?? "", later);

const { app, db } = await testShop();
const session = "__Host-session";

/** A browser of the storefront. */
function browser(jar = new CookieJar()) {
  const call = async (procedure: string, input: object) => {
    const answer = await send(app, "POST", `/trpc/${procedure}`, {
      body: input,
      headers: { ...jar.headers, "sec-fetch-site": "same-origin" },
    });
    jar.keep(answer);
    const { result, error } = answer.body as {
      result?: { data: never };
      error?: { data: { problem: { reason: string } } };
    };
    return { status: answer.status, data: result?.data, reason: error?.data.problem.reason };
  };
  const me = async () =>
    (await send(app, "GET", "/trpc/accounts.me?input={}", { headers: jar.headers })).status;
  const isOn = async () => {
    const { body } = await send(app, "GET", "/trpc/totp.get?input={}", { headers: jar.headers });
    return (body as { result: { data: { isOn: boolean } } }).result.data.isOn;
  };
  return { jar, call, me, isOn };
}
type Browser_ = ReturnType<typeof browser>;

const begin = async ({ call }: Browser_, email: string, secret = password) =>
  call("accounts.signIn", { email, password: secret });

/** Somebody whose app is set up, and a browser in which they are signed in. */
async function withTotp() {
  const { email } = await makeUser(app, db);
  const first = browser();
  await begin(first, email);
  const { data } = await first.call("totp.begin", { password });
  const { uri, backupCodes } = data as unknown as { uri: string; backupCodes: string[] };
  const confirmed = await first.call("totp.confirm", { code: codeOf(uri) });
  expect(confirmed.status).toBe(200);
  return { email, uri, backupCodes, first };
}

describe("an authenticator app", () => {
  test("is asked for from when its first code was right; the password alone opens nothing", async () => {
    const { email } = await makeUser(app, db);
    const setup = browser();
    await begin(setup, email);
    const { data } = await setup.call("totp.begin", { password });
    const { uri, backupCodes } = data as unknown as { uri: string; backupCodes: string[] };
    expect([new URL(uri).host, backupCodes.length]).toEqual(["totp", 10]);
    expect(await setup.isOn()).toBe(false);
    expect(await begin(browser(), email)).toMatchObject({ data: { done: true, needs: null } });
    expect(await setup.call("totp.confirm", { code: "000000" })).toMatchObject({
      status: 401,
      reason: "auth.code_invalid",
    });
    await setup.call("totp.confirm", { code: codeOf(uri) });
    expect(await setup.isOn()).toBe(true);
    expect(await setup.me()).toBe(200);

    const other = browser();
    expect(await begin(other, email)).toMatchObject({ data: { done: false, needs: "totp" } });
    expect([other.jar.has(session), await other.me()]).toEqual([false, 401]);
    const wrong = { status: 401, reason: "auth.code_invalid" };
    expect(await other.call("accounts.signInWithTotp", { code: "000000" })).toMatchObject(wrong);
    expect(await other.me()).toBe(401);
    const right = await other.call("accounts.signInWithTotp", { code: codeOf(uri) });
    expect([right.status, await other.me()]).toEqual([200, 200]);
  });

  test("its code is good once, for whoever has seen it being typed too", async () => {
    const { email, uri } = await withTotp();
    const code = codeOf(uri, 1);
    const [one, two] = [browser(), browser()];
    await Promise.all([begin(one, email), begin(two, email)]);
    const answers = await Promise.all(
      [one, two].map(({ call }) => call("accounts.signInWithTotp", { code })),
    );
    const seen = await Promise.all([one.me(), two.me()]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
    expect(seen.toSorted((a, b) => a - b)).toEqual([200, 401]);
  });

  test("without the first step a code opens nothing", async () => {
    const { uri } = await withTotp();
    expect(await browser().call("accounts.signInWithTotp", { code: codeOf(uri) })).toMatchObject({
      status: 401,
      reason: "auth.sign_in_again",
    });
  });

  test("is not guessed: after five codes one begins anew, after ten the account rests", async () => {
    const { email, uri } = await withTotp();
    const reasons: (string | undefined)[] = [];
    for (let round = 0; round < 2; round++) {
      const guesser = browser();
      await begin(guesser, email);
      for (let n = 0; n < 6; n++)
        reasons.push((await guesser.call("accounts.signInWithTotp", { code: `00000${n}` })).reason);
    }
    expect(reasons.filter((reason) => reason === "auth.code_invalid")).toHaveLength(10);
    expect(reasons[5]).toBe("auth.sign_in_again");
    const owner = browser();
    await begin(owner, email);
    expect(await owner.call("accounts.signInWithTotp", { code: codeOf(uri, 1) })).toMatchObject({
      status: 429,
      reason: "auth.too_many_attempts",
    });
  });

  test("backup codes open the account when it is lost, each once, until they are renewed", async () => {
    const { email, backupCodes, first } = await withTotp();
    const [code = "", second = ""] = backupCodes;
    const use = async (given: string) => {
      const lost = browser();
      await begin(lost, email);
      return lost.call("accounts.signInWithBackupCode", { code: given });
    };
    expect((await use(code)).status).toBe(200);
    expect(await use(code)).toMatchObject({ status: 401, reason: "auth.code_invalid" });
    const renewed = await first.call("totp.renewBackupCodes", { password });
    const [fresh = ""] = (renewed.data as unknown as { backupCodes: string[] }).backupCodes;
    expect(await use(second)).toMatchObject({ status: 401 });
    expect((await use(fresh)).status).toBe(200);
  });

  test("is set up, renewed and removed with the password alone, in a session", async () => {
    const { email, first } = await withTotp();
    const wrong = { password: "not the password" };
    const calls = ["totp.begin", "totp.remove", "totp.renewBackupCodes"];
    for (const name of calls) {
      expect(await first.call(name, wrong)).toMatchObject({ reason: "auth.credentials_invalid" });
      expect(await browser().call(name, { password })).toMatchObject({ status: 401 });
    }
    expect(await first.call("totp.begin", { password })).toMatchObject({ reason: "auth.totp_on" });
    expect((await first.call("totp.remove", { password })).status).toBe(200);
    expect(await first.me()).toBe(200);
    expect(await begin(browser(), email)).toMatchObject({ data: { done: true } });
  });

  test("no password is guessed in a session that somebody left open", async () => {
    const { first } = await withTotp();
    for (let n = 0; n < 10; n++) await first.call("totp.remove", { password: `guess number ${n}` });
    expect(await first.call("totp.remove", { password })).toMatchObject({
      status: 429,
      reason: "auth.too_many_attempts",
    });
  });

  test("neither secret nor codes are kept as they are", async () => {
    const { email, uri, backupCodes } = await withTotp();
    const [row] = await db.$client`
      select secret, backup_codes from two_factor
      where user_id = (select id from "user" where email = ${email})`;
    const kept = JSON.stringify(row);
    expect(kept).not.toContain(new URL(uri).searchParams.get("secret"));
    expect(kept).not.toContain(backupCodes[0]);
  });

  test("is asked for where an application is let in, too", async () => {
    const { email, uri } = await withTotp();
    const { id: clientId } = await makeApplication(db);
    const page = new Browser(app);
    const toSignIn = await page.open(authorizeUrl({ clientId, challenge: pkce().challenge }));
    const toCode = await page.open(toSignIn.location, { email, password });
    expect(toCode.location).toMatch(/^\/oauth2\/sign-in\/code\?/);
    const around = toCode.location.replace("/oauth2/sign-in/code", "/oauth2/authorize");
    expect((await page.open(around)).location).toMatch(/^\/oauth2\/(sign-in|error)/);
    expect((await page.open(toCode.location)).text).toContain('autocomplete="one-time-code"');
    const wrong = await page.open(toCode.location, { code: "000000" });
    expect([wrong.status, wrong.text]).toEqual([401, expect.stringContaining("not right")]);
    const toAuthorize = await page.open(toCode.location, { code: codeOf(uri) });
    const toConsent = await page.open(toAuthorize.location);
    const back = await page.open(toConsent.location, { decision: "allow" });
    expect(back.location.startsWith(`${redirectUri}?code=`)).toBe(true);
  });
});
