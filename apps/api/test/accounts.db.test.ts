import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { describe, expect, test } from "vitest";
import { cookieOf, mailTo, makeUser, password, signIn } from "./accounts.ts";
import { send } from "./host.ts";
import { address, testShop } from "./shop.ts";

const { app, db } = await testShop();

const me = (headers: Record<string, string> = {}) =>
  send(app, "GET", "/trpc/accounts.me?input={}", { headers });
const register = (email: string) =>
  send(app, "POST", "/api/v1/users", { body: { name: "Ada", email, password } });

describe("registering", () => {
  test("a mail confirms the address, then one can sign in", async () => {
    const email = "New.Shopper@example.com";
    expect(await register(email)).toMatchObject({
      status: 200,
      body: { email: "new.shopper@example.com" },
    });
    expect(await signIn(app, email)).toMatchObject({
      status: 403,
      body: { error: { data: { problem: { reason: "auth.email_not_verified" } } } },
    });
    const { token, template } = await mailTo(db, email.toLowerCase());
    expect(template).toBe("verify-email");
    await send(app, "POST", "/trpc/accounts.verifyEmail", { body: { token } });
    const signedIn = await signIn(app, email);
    expect(signedIn.status).toBe(200);
    expect((await me(cookieOf(signedIn))).body).toMatchObject({
      result: { data: { email: email.toLowerCase(), name: "Ada", role: "shopper" } },
    });
  });

  test("mails are in the language of the page that asked, else in the one that the user prefers", async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const body = { name: "Ada", email, password, language: "ja" };
    await send(app, "POST", "/api/v1/users", { body });
    const [japanese] = await db.$client`select language, link from mail where recipient = ${email}`;
    expect(japanese).toMatchObject({ language: "ja" });
    expect(new URL(String(japanese?.["link"])).pathname).toBe("/ja/account/verify");

    const known = await makeUser(app, db);
    await db.$client`insert into user_preference (user_id, locale, version) values (${known.id}, 'de-AT', 1)`;
    const reset = (more: object) =>
      send(app, "POST", "/api/v1/users/password-resets", { body: { email: known.email, ...more } });
    await db.$client`delete from mail where recipient = ${known.email}`;
    await reset({});
    await reset({ language: "ja" });
    const mails = await db.$client`
      select language from mail where recipient = ${known.email} order by id`;
    expect(mails.map(({ language }) => String(language))).toEqual(["de", "ja"]);
  });

  test("says the same of an address that has an account, and tells its owner", async () => {
    const { email } = await makeUser(app, db);
    expect(await register(email)).toMatchObject({ status: 200, body: { email } });
    expect((await mailTo(db, email)).template).toBe("already-registered");
  });

  test("keeps the password as argon2id, and takes no short one", async () => {
    const { id } = await makeUser(app, db);
    const [row] = await db.$client<{ password: string }[]>`
      select password from credential where user_id = ${id}`;
    expect(row?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const body = { name: "Ada", email: "short@example.com", password: "short" };
    expect((await send(app, "POST", "/api/v1/users", { body })).status).toBe(400);
  });

  test("can't make oneself staff", async () => {
    const body = { name: "Ada", email: "staff@example.com", password, role: "admin" };
    expect((await send(app, "POST", "/api/v1/users", { body })).status).toBe(400);
  });

  test("a link is good once: who has it later is not signed in by it", async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    await register(email);
    const { token } = await mailTo(db, email);
    const verify = () => send(app, "POST", "/trpc/accounts.verifyEmail", { body: { token } });
    expect((await verify()).headers["set-cookie"]).toBeDefined();
    expect((await verify()).headers["set-cookie"]).toBeUndefined();
    const changed = `${token.slice(0, -4)}AAAA`;
    expect(
      await send(app, "POST", "/trpc/accounts.verifyEmail", { body: { token: changed } }),
    ).toMatchObject({ status: 422 });
  });
});

describe("a browser's session", () => {
  test("is a __Host- cookie that no script reads", async () => {
    const { email } = await makeUser(app, db);
    const { headers } = await signIn(app, email);
    const cookie = String(headers["set-cookie"]);
    expect(cookie).toMatch(/^__Host-session=[^;]+;/);
    for (const attribute of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"]) {
      expect(cookie).toContain(attribute);
    }
    expect(cookie).not.toContain("Domain");
  });

  test("ends at once when one signs out", async () => {
    const { headers } = await makeUser(app, db);
    expect((await me(headers)).status).toBe(200);
    const out = await send(app, "POST", "/trpc/accounts.signOut", { body: {}, headers });
    expect(String(out.headers["set-cookie"])).toContain("Max-Age=0");
    expect((await me(headers)).status).toBe(401);
  });

  test("opens nothing of REST, and nothing when it was changed", async () => {
    const { headers } = await makeUser(app, db);
    expect((await send(app, "GET", "/api/v1/users/me", { headers })).status).toBe(401);
    const changed = { cookie: `${headers.cookie.slice(0, -6)}AAAAAA` };
    expect((await me(changed)).status).toBe(401);
  });

  test("writes only from the shop's own pages", async () => {
    const { headers } = await makeUser(app, db);
    const write = (from: Record<string, string>) =>
      send(app, "POST", "/trpc/accounts.updateMe", {
        body: { name: "Grace" },
        headers: { ...headers, ...from },
      });
    expect((await write({ "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await write({ origin: "https://evil.example" })).status).toBe(403);
    expect((await write({ origin: "http://localhost:3000" })).status).toBe(200);
    const stream = { ...headers, "sec-fetch-site": "cross-site" };
    const watched = await send(app, "GET", "/trpc/live.watch?input={}", { headers: stream });
    expect(watched.status).toBe(403);
  });

  test("that is staff's may do what staff may", async () => {
    const staff = await makeUser(app, db, "staff");
    const shopper = await makeUser(app, db);
    const locationId = await makeLocation(db);
    const { variantId } = await makeVariant(db, { stock: { [locationId]: 3 } });
    const adjust = ({ headers }: typeof staff) =>
      send(app, "POST", "/trpc/inventory.adjust", {
        headers,
        body: {
          variantId,
          locationId,
          delta: -1,
          reason: "damaged",
          idempotencyKey: crypto.randomUUID(),
        },
      });
    expect((await adjust(staff)).status).toBe(200);
    expect((await adjust(shopper)).status).toBe(403);
  });
});

describe("passwords", () => {
  const wrong = { body: { error: { data: { problem: { reason: "auth.credentials_invalid" } } } } };

  test("a wrong one and an unknown address are told alike", async () => {
    const { email } = await makeUser(app, db);
    const known = await signIn(app, email, "wrong password");
    const unknown = await signIn(app, "nobody@example.com");
    expect(known).toMatchObject({ status: 401, ...wrong });
    expect(unknown).toMatchObject({ status: 401, ...wrong });
  });

  test("are not guessed: after ten tries an account rests, whoever tries", async () => {
    const { email } = await makeUser(app, db);
    const first = await signIn(app, email, "guess number 0");
    expect(first.headers["ratelimit"]).toContain('"sign-in-account";r=9;t=');
    for (let n = 1; n < 10; n++) await signIn(app, email, `guess number ${n}`);
    expect(await signIn(app, email)).toMatchObject({
      status: 429,
      headers: { ratelimit: expect.stringContaining('"sign-in-account";r=0;t=') as string },
      body: { error: { data: { problem: { reason: "auth.too_many_attempts" } } } },
    });
  });

  test("are set anew by mail, once, and that ends every session", async () => {
    const { email, headers } = await makeUser(app, db);
    const ask = (to: string) =>
      send(app, "POST", "/api/v1/users/password-resets", { body: { email: to } });
    expect(await ask("nobody@example.com")).toMatchObject({ status: 200 });
    expect(await ask(email)).toMatchObject({ status: 200, body: { email } });
    const { token, template } = await mailTo(db, email);
    expect(template).toBe("reset-password");
    const set = (secret: string) =>
      send(app, "PUT", "/api/v1/users/password", { body: { token, password: secret } });
    expect((await set("a new password")).status).toBe(200);
    expect(await set("another password")).toMatchObject({
      status: 422,
      body: { reason: "auth.link_invalid" },
    });
    expect((await me(headers)).status).toBe(401);
    expect((await signIn(app, email)).status).toBe(401);
    expect((await signIn(app, email, "a new password")).status).toBe(200);
  });
});

describe("a password is changed", () => {
  const change = (headers: Record<string, string>, body: object) =>
    send(app, "POST", "/trpc/accounts.changePassword", { headers, body });

  test("by who knows it; other browsers are signed out, this one is not", async () => {
    const { email, headers } = await makeUser(app, db);
    const other = cookieOf(await signIn(app, email));
    const changed = await change(headers, { password, newPassword: "a longer password" });
    expect(changed.status).toBe(200);
    expect((await me(cookieOf(changed))).status).toBe(200);
    expect((await me(headers)).status).toBe(401);
    expect((await me(other)).status).toBe(401);
    expect((await signIn(app, email)).status).toBe(401);
    expect((await signIn(app, email, "a longer password")).status).toBe(200);
  });

  test("not without the end of what applications may: both or neither", async () => {
    const { email, headers } = await makeUser(app, db);
    await db.$client.unsafe(`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
      create trigger refuse before delete on oauth_refresh_token execute function refuse()`);
    const refused = await change(headers, { password, newPassword: "a longer password" });
    await db.$client.unsafe("drop function refuse() cascade");
    expect(refused.status).toBe(500);
    expect((await me(headers)).status).toBe(200);
    expect((await signIn(app, email)).status).toBe(200);
    expect((await change(headers, { password, newPassword: "a longer password" })).status).toBe(
      200,
    );
  });

  test("by nobody who does not, and guessing rests after ten tries", async () => {
    const { email, headers } = await makeUser(app, db);
    const guess = () => change(headers, { password: "a guess", newPassword: "a longer password" });
    for (let n = 0; n < 10; n++) expect((await guess()).status).toBe(401);
    expect((await guess()).status).toBe(429);
    expect((await signIn(app, email)).status).toBe(200);
    expect((await change({}, { password, newPassword: "a longer password" })).status).toBe(401);
  });
});

test("a guest is nobody, which is no error", async () => {
  const current = async (headers = {}) =>
    (await send(app, "GET", "/trpc/accounts.current?input={}", { headers })).body;
  expect(await current()).toMatchObject({ result: { data: null } });
  const { id, headers } = await makeUser(app, db);
  expect(await current(headers)).toMatchObject({ result: { data: { id } } });
});

test("links in mails lead to the storefront", async () => {
  const { email } = await makeUser(app, db);
  await send(app, "POST", "/api/v1/users/password-resets", { body: { email } });
  expect((await mailTo(db, email)).link).toMatch(
    /^http:\/\/localhost:3000\/account\/password\?token=./,
  );
});

test("orders are whose they were when they were placed", async () => {
  const [ada, eve] = [await makeUser(app, db), await makeUser(app, db)];
  const locationId = await makeLocation(db);
  const { variantId } = await makeVariant(db, { stock: { [locationId]: 3 } });
  const call = async (name: string, body: object) => {
    const answer = await send(app, "POST", `/trpc/${name}`, { body, headers: ada.headers });
    const { result } = answer.body as { result?: { data: { id: string; version: number } } };
    if (result === undefined) throw new Error(answer.text);
    return result.data;
  };
  const cart = await call("cart.create", { region: "eu" });
  await call("cart.setLine", { cartId: cart.id, variantId, quantity: 1, expectedVersion: 1 });
  const checkout = await call("checkout.start", { cartId: cart.id });
  await call("checkout.update", {
    checkoutId: checkout.id,
    expectedVersion: checkout.version,
    email: ada.email,
    shippingOptionId: "standard",
    shippingAddress: address,
  });
  const order = await call("checkout.complete", {
    checkoutId: checkout.id,
    payment: { provider: "test", token: "tok_success" },
    idempotencyKey: crypto.randomUUID(),
  });
  const list = async (headers: Record<string, string>, input = "{}") => {
    const { body } = await send(app, "GET", `/trpc/orders.list?input=${input}`, { headers });
    return (body as { result: { data: { items: { id: string }[] } } }).result.data.items;
  };
  expect((await list(ada.headers)).map(({ id }) => id)).toEqual([order.id]);
  expect(await list(eve.headers)).toEqual([]);
  const staff = await makeUser(app, db, "staff");
  expect((await list(staff.headers)).length).toBe(1);
  expect(await list(staff.headers, '{"mine":true}')).toEqual([]);
  expect((await send(app, "GET", "/trpc/orders.list?input={}")).status).toBe(401);
});
