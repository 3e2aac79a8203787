import { describe, expect, test } from "vitest";
import { makeUser } from "./accounts.ts";
import { bearerOfUser } from "./authorization-code.ts";
import { send } from "./host.ts";
import { bearerOf, makeClient } from "./oauth.ts";
import { address, testShop } from "./shop.ts";

const { app, db } = await testShop();
const all = "/api/v1/users/me/addresses";

async function someone() {
  const { email, id } = await makeUser(app, db);
  return { id, email, headers: await bearerOfUser(app, db, email) };
}
type Someone = Awaited<ReturnType<typeof someone>>;
type Saved = { id: string; version: number; isDefault: boolean; address: { name: string } };

const add = ({ headers }: Someone, name: string, over: object = {}) =>
  send(app, "POST", all, { headers, body: { address: { ...address, name }, ...over } });
async function added(who: Someone, name: string, over: object = {}): Promise<Saved> {
  const answer = await add(who, name, over);
  expect([answer.status, answer.headers["etag"]]).toEqual([201, '"1"']);
  return answer.body;
}
async function list({ headers }: Someone): Promise<[string, boolean][]> {
  const { body } = await send(app, "GET", all, { headers });
  return (body as { items: Saved[] }).items.map((one) => [one.address.name, one.isDefault]);
}
const change = ({ headers }: Someone, id: string, version: number, body: object) =>
  send(app, "PATCH", `${all}/${id}`, { headers: { ...headers, "if-match": `"${version}"` }, body });
const remove = ({ headers }: Someone, id: string, version: number) =>
  send(app, "DELETE", `${all}/${id}`, { headers: { ...headers, "if-match": `"${version}"` } });

describe("who one is", () => {
  const me = "/api/v1/users/me";
  const rename = ({ headers }: Someone, name: string, etag?: string) =>
    send(app, "PATCH", me, {
      headers: { ...headers, ...(etag !== undefined && { "if-match": etag }) },
      body: { name },
    });

  test("is changed from the version that one saw, or from whatever it is", async () => {
    const ada = await someone();
    const seen = await send(app, "GET", me, { headers: ada.headers });
    const { etag = "" } = seen.headers;
    const answers = await Promise.all(["Eda", "Ida", "Oda"].map((name) => rename(ada, name, etag)));
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    for (const late of answers.filter((answer) => answer !== won[0]))
      expect(late).toMatchObject({
        status: 412,
        headers: { etag: won[0]?.headers["etag"] },
        body: { reason: "accounts.version_mismatch", current: won[0]?.body },
      });
    const blind = await rename(ada, "Uda");
    expect(blind).toMatchObject({ status: 200, body: { name: "Uda" } });
    const same = await rename(ada, "Uda");
    expect(same.headers["etag"]).toBe(blind.headers["etag"]);
  });

  test("has another version when somebody else changes it", async () => {
    const ada = await someone();
    const before = await send(app, "GET", me, { headers: ada.headers });
    await db.$client`update "user" set role = 'staff' where email = ${ada.email}`;
    const cached = { ...ada.headers, "if-none-match": before.headers["etag"] ?? "" };
    const after = await send(app, "GET", me, { headers: cached });
    expect(after).toMatchObject({ status: 200, body: { role: "staff" } });
  });
});

describe("addresses", () => {
  test("the first is the default until another one is, and it gives way to the newest", async () => {
    const ada = await someone();
    const home = await added(ada, "Home");
    const work = await added(ada, "Work");
    expect(await list(ada)).toEqual([
      ["Home", true],
      ["Work", false],
    ]);
    const changed = await change(ada, work.id, 1, { isDefault: true });
    expect([changed.status, changed.headers["etag"]]).toEqual([200, '"2"']);
    const gaveWay = await send(app, "GET", `${all}/${home.id}`, { headers: ada.headers });
    expect(gaveWay.body).toMatchObject({ isDefault: false, version: 2 });
    await added(ada, "Parents", { isDefault: true });
    expect((await remove(ada, work.id, 3)).status).toBe(204);
    expect(await list(ada)).toEqual([
      ["Parents", true],
      ["Home", false],
    ]);
  });

  test("are changed from the version that one saw", async () => {
    const ada = await someone();
    const { id } = await added(ada, "Home");
    expect((await change(ada, id, 1, { address: { ...address, city: "Bonn" } })).status).toBe(200);
    const late = await change(ada, id, 1, { address: { ...address, city: "Ulm" } });
    expect(late).toMatchObject({
      status: 412,
      headers: { etag: '"2"' },
      body: {
        reason: "addresses.version_mismatch",
        current: { version: 2, address: { city: "Bonn" } },
      },
    });
    expect((await remove(ada, id, 1)).status).toBe(412);
    const url = `${all}/${id}`;
    expect(await send(app, "DELETE", url, { headers: ada.headers })).toMatchObject({ status: 428 });
    const fresh = { ...ada.headers, "if-none-match": '"2"' };
    expect((await send(app, "GET", url, { headers: fresh })).status).toBe(304);
  });

  test("are nobody else's, and no client's", async () => {
    const [ada, eve] = [await someone(), await someone()];
    const { id } = await added(ada, "Home");
    const missing = { status: 404, body: { reason: "addresses.not_found" } };
    const url = `${all}/${id}`;
    expect(await send(app, "GET", url, { headers: eve.headers })).toMatchObject(missing);
    expect(await change(eve, id, 1, { isDefault: true })).toMatchObject(missing);
    expect(await remove(eve, id, 1)).toMatchObject(missing);
    expect(await list(eve)).toEqual([]);
    const headers = await bearerOf(app, await makeClient(db));
    expect(await send(app, "GET", all, { headers })).toMatchObject({ status: 403 });
    expect(await send(app, "GET", all)).toMatchObject({ status: 401 });
  });

  test("of many at once one is the default, and 50 are enough", async () => {
    const ada = await someone();
    const adds = Array.from({ length: 60 }, (_, n) =>
      add(ada, `n${n}`, { isDefault: n % 2 === 0 }),
    );
    const statuses = (await Promise.all(adds)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(50);
    expect(statuses.filter((status) => status === 409)).toHaveLength(10);
    const defaults = (await list(ada)).filter(([, isDefault]) => isDefault);
    expect(defaults).toHaveLength(1);
  });
});

describe("preferences", () => {
  const url = "/api/v1/users/me/preferences";
  const get = ({ headers }: Someone) => send(app, "GET", url, { headers });
  const prefer = ({ headers }: Someone, version: number, body: object) =>
    send(app, "PATCH", url, { headers: { ...headers, "if-match": `"${version}"` }, body });

  test("are nothing at first; what is not named stays", async () => {
    const ada = await someone();
    expect(await get(ada)).toMatchObject({
      headers: { etag: '"1"' },
      body: { region: null, currency: null, locale: null, marketing: null },
    });
    await prefer(ada, 1, { region: "uk", locale: "en-GB" });
    expect(await prefer(ada, 2, { locale: "cy" })).toMatchObject({
      status: 200,
      body: { version: 3, region: "uk", currency: "GBP", locale: "cy" },
    });
    expect(await prefer(ada, 2, { region: null })).toMatchObject({
      status: 412,
      body: { reason: "preferences.version_mismatch", current: { region: "uk" } },
    });
    expect((await prefer(ada, 3, { locale: "English" })).status).toBe(400);
  });

  test("a consent is a record: to which words, when, and what came after", async () => {
    const ada = await someone();
    const yes = { marketing: { isGiven: true, textVersion: "2026-11" } };
    const given = await prefer(ada, 1, yes);
    const { at } = (given.body as { marketing: { at: string } }).marketing;
    expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(3_600_000);
    expect(await prefer(ada, 2, yes)).toMatchObject({ body: { marketing: { at } } });
    await prefer(ada, 3, { marketing: { isGiven: false, textVersion: "2026-11" } });
    expect(await get(ada)).toMatchObject({ body: { marketing: { isGiven: false } } });
    const rows = await db.$client`
      select is_given, text_version from consent where user_id = ${ada.id} order by id`;
    expect(rows.map((row) => [row["is_given"], row["text_version"]])).toEqual([
      [true, "2026-11"],
      [false, "2026-11"],
    ]);
  });

  test("of several who saw one version one wins", async () => {
    const ada = await someone();
    const locales = ["de", "en", "fr", "it", "es", "nl"];
    const answers = await Promise.all(locales.map((locale) => prefer(ada, 1, { locale })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(5);
  });
});
