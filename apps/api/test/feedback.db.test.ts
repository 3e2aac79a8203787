import { askAbout } from "@meridian/api/testing/surveys.ts";
import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { expect, test } from "vitest";
import { makeUser } from "./accounts.ts";
import { bearer, send } from "./host.ts";
import { publishedKey } from "./oauth.ts";
import { complete, readyCheckout, testShop } from "./shop.ts";

const { app, db } = await testShop();
const { sign } = await publishedKey(db);
const location = await makeLocation(db);
const { variantId } = await makeVariant(db, { title: "Tide teapot", stock: { [location]: 100 } });

async function asked() {
  const { id: userId, email } = await makeUser(app, db);
  const { id } = await readyCheckout(app, variantId);
  const { body } = await complete(app, id, crypto.randomUUID());
  const token = await askAbout(db, email, (body as { id: string }).id);
  return { path: `/surveys/${token}`, userId };
}
const ask = (method: "GET" | "POST" | "PATCH", path: string, body?: object, headers = {}) =>
  send(app, method, `/api/v1${path}`, { body, headers });

test("a survey is read in a language, answered once, and repeats its answer to the same key", async () => {
  const { path } = await asked();
  const open = await ask("GET", `${path}?language=ja`);
  expect(open).toMatchObject({
    status: 200,
    body: { kind: "order", state: "open", items: [{ title: "Tide teapot" }] },
    headers: { "content-language": "ja", "cache-control": "private, no-store" },
  });
  const key = { "idempotency-key": crypto.randomUUID() };
  const answer = { rating: 5, choice: "nothing", comment: "Pours well" };
  const first = await ask("POST", `${path}/answers`, answer, key);
  expect(first).toMatchObject({ status: 201, body: { state: "answered" } });
  const again = await ask("POST", `${path}/answers`, answer, key);
  expect(again).toMatchObject({ status: 201, body: first.body });
  expect(again.headers["idempotency-replayed"]).toBe("true");
  const other = await ask("POST", `${path}/answers`, { rating: 1 });
  expect(other).toMatchObject({ status: 409, body: { reason: "feedback.already_answered" } });
  const answered = await ask("GET", path);
  expect(answered.body).toMatchObject({ state: "answered" });
  expect(answered.text).not.toContain("Pours well");
  const etag = { "if-none-match": String(open.headers["etag"]) };
  expect((await ask("GET", `${path}?language=ja`, undefined, etag)).status).toBe(200);
});

test("what is out of range or not offered is refused; a survey that is over is gone", async () => {
  const { path } = await asked();
  for (const body of [{ rating: 6 }, { rating: 0 }, { comment: "no rating" }, { rating: 1, no: 1 }])
    expect((await ask("POST", `${path}/answers`, body)).status).toBe(400);
  const wrong = await ask("POST", `${path}/answers`, { rating: 3, choice: "later" });
  expect(wrong).toMatchObject({ status: 422, body: { reason: "feedback.wrong_choice" } });
  await db.$client`update survey set expires_at = now() where state = 'asked'`;
  const over = { status: 410, body: { reason: "feedback.expired" } };
  expect(await ask("GET", path)).toMatchObject(over);
  expect(await ask("POST", `${path}/answers`, { rating: 3 })).toMatchObject(over);
});

test("who has the link can end it; the owner sees that in their preferences", async () => {
  const { path, userId } = await asked();
  expect(await ask("POST", `${path}/withdrawals`, {})).toMatchObject({
    status: 200,
    body: { hasChanged: true },
  });
  const claims = { sub: userId, client_id: "app", scope: "account", role: "shopper" };
  const headers = { authorization: `Bearer ${await sign(claims)}` };
  const preferences = await ask("GET", "/users/me/preferences", undefined, headers);
  expect(preferences.body).toMatchObject({ surveys: { isGiven: false }, marketing: null });
  const agreed = await ask(
    "PATCH",
    "/users/me/preferences",
    { surveys: { isGiven: true, textVersion: "2" } },
    { ...headers, "if-match": String(preferences.headers["etag"]) },
  );
  expect(agreed.body).toMatchObject({ surveys: { isGiven: true, textVersion: "2" } });
});

test("the shop reads answers with the scope alone", async () => {
  const { path } = await asked();
  await ask("POST", `${path}/answers`, { rating: 2, comment: "Late" });
  const read = await ask("GET", "/survey-answers?limit=1", undefined, bearer);
  expect(read).toMatchObject({
    status: 200,
    body: { items: [{ rating: 2, comment: "Late" }], results: { average: expect.any(Number) } },
  });
  expect((await ask("GET", "/survey-answers")).status).toBe(401);
  const client = await sign({ sub: "client_none", client_id: "client_none", scope: "events:read" });
  const without = await ask("GET", "/survey-answers", undefined, {
    authorization: `Bearer ${client}`,
  });
  expect(without).toMatchObject({ status: 403, body: { details: { scope: "feedback:read" } } });
});

test("what an event tells of is read by its id, once it was answered", async () => {
  const { path } = await asked();
  const { id } = (await ask("GET", path)).body as { id: string };
  const answer = `/survey-answers/${id}`;
  const before = await ask("GET", answer, undefined, bearer);
  expect(before).toMatchObject({ status: 404, body: { reason: "feedback.not_found" } });
  await ask("POST", `${path}/answers`, { rating: 4, comment: "Good weight" });
  const read = await ask("GET", answer, undefined, bearer);
  expect(read).toMatchObject({
    status: 200,
    body: { surveyId: id, rating: 4, comment: "Good weight" },
  });
  const etag = { ...bearer, "if-none-match": String(read.headers["etag"]) };
  expect((await ask("GET", answer, undefined, etag)).status).toBe(304);
  expect((await ask("GET", answer)).status).toBe(401);
});
