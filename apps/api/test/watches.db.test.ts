import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { expect, test } from "vitest";
import { makeUser } from "./accounts.ts";
import { send } from "./host.ts";
import { publishedKey } from "./oauth.ts";
import { testShop } from "./shop.ts";

const { app, db } = await testShop();
const { sign } = await publishedKey(db);
const location = await makeLocation(db);
const soldOut = async () =>
  (await makeVariant(db, { title: "Tide teapot", stock: { [location]: 0 } })).variantId;
async function shopper() {
  const { id: sub, email } = await makeUser(app, db);
  const token = await sign({ sub, client_id: "app", scope: "account", role: "shopper" });
  return { email, headers: { authorization: `Bearer ${token}` } };
}
type Method = "GET" | "POST" | "PUT" | "DELETE";
const ask = (method: Method, path: string, body?: object, headers = {}) =>
  send(app, method, `/api/v1${path}`, { body, headers });
const mailsTo = (email: string) => db.$client<{ link: string }[]>`
  select link from mail where recipient = ${email} and template = 'watch'`;

test("a signed-in shopper waits by one click, sees it, and takes it back", async () => {
  const { email, headers } = await shopper();
  const variantId = await soldOut();
  const path = `/users/me/watches/${variantId}`;
  const body = { language: "ja", region: "jp" };
  const first = await ask("PUT", path, body, headers);
  expect(first).toMatchObject({
    status: 200,
    body: { variantId, product: { title: "Tide teapot" }, ...body },
  });
  expect((await ask("PUT", path, {}, headers)).body).toEqual(first.body);
  const listed = await ask("GET", "/users/me/watches", undefined, headers);
  expect(listed.body).toEqual({ items: [first.body] });
  expect(await mailsTo(email)).toEqual([]);
  expect((await ask("DELETE", path, undefined, headers)).status).toBe(204);
  expect(await ask("DELETE", path, undefined, headers)).toMatchObject({
    status: 404,
    body: { reason: "watches.not_found" },
  });
  const gone = await ask("GET", "/users/me/watches", undefined, headers);
  expect(gone.body).toEqual({ items: [] });
});

test("what one's address waited for before signing in is there, and confirmed by one click", async () => {
  const { email, headers } = await shopper();
  const variantId = await soldOut();
  const asked = { variantId, state: "unconfirmed" };
  const first = await ask("POST", `/inventory/${variantId}/watches`, { email });
  expect(first).toMatchObject({ status: 200, body: asked });
  const before = await ask("GET", "/users/me/watches", undefined, headers);
  expect(before.body).toEqual({ items: [] });
  await ask("PUT", `/users/me/watches/${variantId}`, {}, headers);
  // Whatever there is already, a guest hears the same.
  const again = await ask("POST", `/inventory/${variantId}/watches`, { email });
  expect(again.body).toEqual(asked);
  const after = await ask("GET", "/users/me/watches", undefined, headers);
  expect(after.body).toMatchObject({ items: [{ variantId }] });
});

test("a guest confirms by the mail's link, and ends it by the same", async () => {
  const variantId = await soldOut();
  const email = `${variantId}@example.com`;
  await ask("POST", `/inventory/${variantId}/watches`, { email, language: "de" });
  const [mail] = await mailsTo(email);
  expect(mail?.link).toMatch(/\/de\/watches\/confirm\?token=/);
  const token = new URL(mail?.link ?? "").searchParams.get("token");
  expect(await ask("POST", "/watches/confirmations", { token })).toMatchObject({
    status: 200,
    body: { variantId, language: "de", region: "eu" },
  });
  expect((await ask("POST", "/watches/withdrawals", { token })).body).toEqual({ ended: 1 });
  expect(await ask("POST", "/watches/confirmations", { token })).toMatchObject({
    status: 422,
    body: { reason: "watches.link_invalid" },
  });
});

test("an erasure beside it leaves no watch behind", async () => {
  const variantId = await soldOut();
  for (let round = 0; round < 6; round++) {
    const { email } = await shopper();
    const [user] = await db.$client<{ id: string }[]>`select id from "user" where email = ${email}`;
    const scopes = "account account:erase";
    const claims = { sub: user?.id, client_id: "app", scope: scopes, role: "shopper" };
    const headers = { authorization: `Bearer ${await sign(claims)}` };
    const [erased] = await Promise.all([
      ask("DELETE", `/users/me?email=${encodeURIComponent(email)}`, undefined, headers),
      ...Array.from({ length: 4 }, () => ask("PUT", `/users/me/watches/${variantId}`, {}, headers)),
    ]);
    expect(erased.status).toBe(204);
    expect(await db.$client`select 1 from watch_address where email = ${email}`).toEqual([]);
  }
});

test("an address that is not confirmed has to be, first", async () => {
  const { email, headers } = await shopper();
  await db.$client`update "user" set email_verified = false where email = ${email}`;
  expect(await ask("PUT", `/users/me/watches/${await soldOut()}`, {}, headers)).toMatchObject({
    status: 403,
    body: { reason: "auth.email_not_verified" },
  });
});
