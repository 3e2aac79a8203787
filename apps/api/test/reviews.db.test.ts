import { createRedis } from "@meridian/api/server.ts";
import { testContext } from "@meridian/api/testing/context.ts";
import { makeCategory, makeProduct } from "@meridian/api/testing/products.ts";
import { startTestRelay } from "@meridian/api/testing/relay.ts";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { afterAll, expect, test, vi } from "vitest";
import { makeUser } from "./accounts.ts";
import { followingHost } from "./following-host.ts";
import { bearer as moderator, send } from "./host.ts";
import { publishedKey } from "./oauth.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 5 });
const redisAt = await testRedis();
const relay = await startTestRelay(db, database.url, createRedis(redisAt), testContext(db).log);
const here = await followingHost(database.url, redisAt);
const elsewhere = await followingHost(database.url, redisAt);
afterAll(async () => {
  await Promise.all([here.close(), elsewhere.close(), relay.close()]);
  await db.$client.end();
});
const { sign } = await publishedKey(db);
const category = await makeCategory(db, "Teapots");
const teapot = () => makeProduct(db, { title: "Teapot", categoryIds: [category.id] });

type Headers = Record<string, string>;
type Body = { id: string; version: number; [name: string]: unknown };
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
const ask = (method: Method, path: string, headers: Headers = {}, body?: object) =>
  send(here.app, method, `/api/v1${path}`, { headers, body });
async function must(method: Method, path: string, headers: Headers, body?: object): Promise<Body> {
  const answer = await ask(method, path, headers, body);
  if (answer.status >= 300) throw new Error(`${method} ${path} ${answer.status}: ${answer.text}`);
  return answer.body;
}
async function shopper(): Promise<Headers> {
  const { id: sub } = await makeUser(here.app, db);
  const token = await sign({ sub, client_id: "app", scope: "account", role: "shopper" });
  return { authorization: `Bearer ${token}` };
}
const at = (headers: Headers, version: number) => ({ ...headers, "if-match": `"${version}"` });
const said = { body: "Not a drop.", displayName: "Ada" };
const write = (who: Headers, handle: string, rating: number) =>
  must("POST", `/products/${handle}/reviews`, who, { ...said, rating, title: "Pours well" });
const decide = ({ id, version }: Body, decision: object, who: Headers = moderator) =>
  ask("PUT", `/contributions/${id}/decision`, at(who, version), { decision });
const publish = (one: Body) => decide(one, { type: "publish" });

test("what is published shows in every process: review, rating, facet and order; what is refused goes", async () => {
  const [good, fair, unrated] = [await teapot(), await teapot(), await teapot()];
  const list = `/api/v1/products?category=${category.handle}`;
  const reviews = `/api/v1/products/${good.handle}/reviews`;
  type Page = { items: Body[]; facets: { ratings: object[] } };
  const seen = async ({ get }: typeof here) => ({
    reviews: ((await get(reviews)).body as Page).items.length,
    rating: ((await get(`/api/v1/products/${good.handle}`)).body as Body)["rating"],
    ratings: ((await get(list)).body as Page).facets.ratings,
    best: ((await get(`${list}&sort=rating`)).body as Page).items.map(({ id }) => id),
    four: ((await get(`${list}&ratingMin=4`)).body as Page).items.map(({ id }) => id),
  });
  const everywhere = (expected: object) =>
    vi.waitFor(
      async () => {
        await relay.run();
        for (const host of [here, elsewhere]) expect(await seen(host)).toEqual(expected);
      },
      { timeout: 60_000 },
    );
  const newest = [unrated.id, fair.id, good.id];
  const nothing = { reviews: 0, rating: null, ratings: [], four: [] };
  await everywhere({ ...nothing, best: newest });

  const review = await write(await shopper(), good.handle, 5);
  await publish(review);
  await publish(await write(await shopper(), good.handle, 4));
  await publish(await write(await shopper(), fair.handle, 3));
  await everywhere({
    reviews: 2,
    rating: { average: 4.5, count: 2 },
    ratings: [
      { min: 4, count: 1 },
      { min: 3, count: 2 },
      { min: 2, count: 2 },
      { min: 1, count: 2 },
    ],
    best: [good.id, fair.id, unrated.id],
    four: [good.id],
  });
  await decide({ ...review, version: 2 }, { type: "reject", reason: "spam" });
  await everywhere({
    reviews: 1,
    rating: { average: 4, count: 1 },
    ratings: [
      { min: 4, count: 1 },
      { min: 3, count: 2 },
      { min: 2, count: 2 },
      { min: 1, count: 2 },
    ],
    best: [good.id, fair.id, unrated.id],
    four: [good.id],
  });
  const { headers } = await here.get(reviews);
  expect(headers["surrogate-key"]).toContain(`reviews:${good.id}`);
  expect(headers["cache-control"]).toContain("public");
});

test("a writer sees, changes and removes what is theirs by its version; others can't", async () => {
  const { handle } = await teapot();
  const [writer, other] = [await shopper(), await shopper()];
  const key = { ...writer, "idempotency-key": "once" };
  const review = await write(key, handle, 2);
  expect(await write(key, handle, 2)).toEqual(review);
  const again = await ask("POST", `/products/${handle}/reviews`, writer, {
    ...said,
    rating: 1,
    title: "Again",
  });
  expect(again.body).toMatchObject({ status: 409, reason: "reviews.already_written" });
  const path = `/contributions/${review.id}`;
  expect((await ask("GET", path, other)).status).toBe(404);
  expect((await ask("GET", path)).status).toBe(401);
  expect((await ask("GET", path, moderator)).headers["etag"]).toBe('"1"');
  expect((await ask("PATCH", path, writer, { rating: 3 })).status).toBe(428);
  const hostile = "<script>alert(1)</script> https://example.com\u202E\u0007";
  const changed = await must("PATCH", path, at(writer, 1), { body: hostile });
  expect(changed).toMatchObject({
    version: 2,
    state: "pending",
    body: "<script>alert(1)</script> https://example.com",
  });
  expect((await ask("PATCH", path, at(writer, 1), { rating: 3 })).status).toBe(412);
  expect((await ask("DELETE", path, at(other, 2))).status).toBe(404);
  const own = await must("GET", `/users/me/contributions?handle=${handle}`, writer);
  expect(own).toMatchObject({ items: [{ id: review.id }], helpful: [] });
  expect((await ask("DELETE", path, at(writer, 2))).status).toBe(204);
  expect((await ask("GET", path, writer)).status).toBe(404);

  const question = await must("POST", `/products/${handle}/questions`, writer, said);
  const title = await ask("PATCH", `/contributions/${question.id}`, at(writer, 1), { title: "No" });
  expect(title.body).toMatchObject({ status: 422, reason: "reviews.not_a_review" });
});

test("only whoever may moderates: by scope over REST, by role in a browser", async () => {
  const { handle } = await teapot();
  const writer = await shopper();
  const question = await must("POST", `/products/${handle}/questions`, writer, said);
  expect((await decide(question, { type: "publish" }, writer)).status).toBe(403);
  expect((await ask("GET", "/moderation-queue", writer)).status).toBe(403);
  const call = async (role: "shopper" | "staff") => {
    const { headers } = await makeUser(here.app, db, role);
    return send(here.app, "POST", "/trpc/reviews.decide", {
      headers: { ...headers, "sec-fetch-site": "same-origin" },
      body: {
        contributionId: question.id,
        decision: { type: "reject", reason: "off_topic", note: "Ask the teapot." },
        expectedVersion: 1,
      },
    });
  };
  expect((await call("shopper")).status).toBe(403);
  expect((await call("staff")).status).toBe(200);
  expect(await must("GET", `/contributions/${question.id}`, writer)).toMatchObject({
    state: "rejected",
    rejection: { reason: "off_topic", note: "Ask the teapot." },
  });
});

test("readers vote, report and answer what others wrote; each counts once", async () => {
  const { handle } = await teapot();
  const [writer, reader] = [await shopper(), await shopper()];
  const question = await must("POST", `/products/${handle}/questions`, writer, said);
  await publish(question);
  const path = `/contributions/${question.id}`;
  const vote = (who: Headers) => ask("PUT", `${path}/vote`, who, {});
  await vote(reader);
  expect(await vote(reader)).toMatchObject({
    status: 200,
    body: { contributionId: question.id, helpfulCount: 1, isHelpful: true },
  });
  expect((await vote(writer)).body).toMatchObject({ status: 409, reason: "reviews.own" });
  expect((await ask("DELETE", `${path}/vote`, writer)).status).toBe(409);
  expect((await ask("DELETE", `${path}/vote`, reader)).body).toMatchObject({ helpfulCount: 0 });
  expect((await ask("PUT", `${path}/report`, reader, { reason: "spam" })).status).toBe(204);
  const queue = await must("GET", "/moderation-queue?limit=100", moderator);
  expect(queue["items"]).toContainEqual(
    expect.objectContaining({ id: question.id, state: "published", reports: ["spam"] }),
  );
  const answer = await ask("POST", `/questions/${question.id}/answers`, moderator, {
    body: "It does not drip.",
    displayName: "The shop",
  });
  expect(answer).toMatchObject({ status: 201, body: { state: "published", isStaff: true } });
  expect(answer.headers["location"]).toBe(`/api/v1/contributions/${(answer.body as Body).id}`);
  const theirs = await must("POST", `/questions/${question.id}/answers`, reader, said);
  expect(theirs).toMatchObject({ state: "pending", isStaff: false });
  const shown = await must("GET", `/products/${handle}/questions`, {});
  expect(shown).toMatchObject({
    total: 1,
    items: [{ id: question.id, answers: [{ body: "It does not drip.", isStaff: true }] }],
  });
});
