import { createClient } from "@meridian/db/client.ts";
import { collectionProducts, collections } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { testRedis } from "@meridian/tooling/testing/redis.ts";
import { afterAll, expect, test, vi } from "vitest";
import { testContext } from "../../testing/context.ts";
import { makeLocation, makeVariant } from "../../testing/shop.ts";
import { applyOperations } from "../cart/service/operations.ts";
import { createCart } from "../cart/service.ts";
import { newId } from "../kernel/ids.ts";
import { createRedis } from "../kernel/redis.ts";
import { WaitingLine } from "../kernel/waiting-line.ts";
import { leavePlace, takePlace } from "./service/place.ts";
import { getDrop } from "./service/read.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 20 });
afterAll(() => db.$client.end());
const redis = createRedis(await testRedis());
const line = new WaitingLine(redis, "a secret", { settleMs: 0 });
const ctx = { ...testContext(db), line };
const warehouse = await makeLocation(db);

type Wish = { units?: number; admits?: number | null; startsInMs?: number };
async function makeDrop({ units = 100, admits = 1, startsInMs = -1000 }: Wish = {}) {
  const piece = await makeVariant(db, { holdOnAdd: true, stock: { [warehouse]: units } });
  const id = newId("col");
  const handle = id.replace("_", "-");
  const startsAt = new Date(Date.now() + startsInMs).toISOString();
  await db.insert(collections).values({ id, handle, title: "Drop", startsAt, admits });
  await db.insert(collectionProducts).values({ collectionId: id, productId: piece.productId });
  return { ...piece, id, handle };
}
type Drop = Awaited<ReturnType<typeof makeDrop>>;

async function shopper({ handle, variantId }: Drop) {
  const key = crypto.randomUUID();
  const { id: cartId } = await createCart(ctx, { region: "eu" });
  let ticket: string | undefined;
  let seq = 0;
  const visit = async (more: { wait?: number; seen?: number } = {}, by = ctx) => {
    const place = await takePlace(by, { handle, key, cartId, ticket, wait: 0, ...more });
    ticket = place.ticket;
    return place;
  };
  const add = async (quantity = 1) => {
    const operations = [{ type: "add" as const, variantId, quantity, seq: seq++ }];
    const { outcomes } = await applyOperations(ctx, { cartId, device: "a-device", operations });
    return outcomes[0];
  };
  return { key, cartId, visit, add, leave: () => leavePlace(ctx, { handle, key }) };
}
const inOrder = async (drop: Drop, count: number) => {
  const people = [];
  for (let n = 0; n < count; n++) {
    const one = await shopper(drop);
    await one.visit();
    people.push(one);
  }
  return people;
};

test("before it opens there is no line, and nothing can be had", async () => {
  const drop = await makeDrop({ startsInMs: 60_000 });
  const ana = await shopper(drop);
  expect(await ana.visit()).toMatchObject({ state: "early", ticket: "", isSoldOut: false });
  expect(await ana.add()).toMatchObject({
    status: "refused",
    reason: "cart.pass_required",
    details: { drop: drop.handle },
  });
  expect(await getDrop(ctx, drop)).toMatchObject({ isOpen: false, admits: 1, available: 100 });
});

test("who comes first is let in; the others know how many are ahead, and move up", async () => {
  const [ana, ben, eve] = await inOrder(await makeDrop(), 3);
  expect(await ana!.visit()).toMatchObject({ state: "in" });
  expect(await ben!.visit()).toMatchObject({ state: "waiting", ahead: 0, waiting: 2 });
  expect(await eve!.visit()).toMatchObject({ state: "waiting", ahead: 1, until: null });
  expect(await ben!.add()).toMatchObject({ status: "refused", reason: "cart.pass_required" });
  expect(await ana!.add()).toMatchObject({ status: "applied" });
  // Has what she came for: there is room for the next, and she may still change her mind.
  await ana!.visit();
  expect(await ben!.visit()).toMatchObject({ state: "in" });
  expect(await eve!.visit()).toMatchObject({ state: "waiting", ahead: 0 });
  expect(await ana!.add()).toMatchObject({ status: "applied" });
});

test("whose time is over buys no more; what is in the bag stays", async () => {
  const drop = await makeDrop();
  const ana = await shopper(drop);
  await ana.visit();
  await ana.add();
  await db.$client`update drop_pass set expires_at = now() - interval '1 second' where cart_id = ${ana.cartId}`;
  expect(await ana.visit()).toMatchObject({ state: "in", until: null });
  expect(await ana.add()).toMatchObject({ status: "refused", reason: "cart.pass_required" });
});

test("far behind, one who leaves is no news; two are", async () => {
  const people = await inOrder(await makeDrop(), 60);
  const last = people.at(-1)!;
  const { ahead: seen } = await last.visit();
  expect(seen).toBe(58);
  const looks = vi.spyOn(line, "visit");
  const told = last.visit({ wait: 20, seen });
  await people[1]!.leave();
  const before = looks.mock.calls.length;
  await vi.waitUntil(() => looks.mock.calls.length > before + 1, { timeout: 10_000 });
  await people[2]!.leave();
  expect(await told).toMatchObject({ state: "waiting", ahead: 56 });
  looks.mockRestore();
});

test("who leaves makes room, and has no pass any more", async () => {
  const [ana, ben] = await inOrder(await makeDrop(), 2);
  await ana!.leave();
  expect(await ana!.add()).toMatchObject({ status: "refused" });
  expect(await ben!.visit()).toMatchObject({ state: "in" });
});

test("who does not come back within the time has left", async () => {
  const hasty = { ...ctx, line: new WaitingLine(redis, "a secret", { settleMs: 0, absentMs: 0 }) };
  const [ana, ben, eve] = await inOrder(await makeDrop(), 3);
  await ana!.visit();
  expect(await ben!.visit({}, hasty)).toMatchObject({ state: "waiting", ahead: 0 });
  expect(await eve!.visit({}, hasty)).toMatchObject({ state: "waiting", ahead: 0, waiting: 1 });
  // Comes back late: the ticket still says when.
  expect(await ben!.visit()).toMatchObject({ ahead: 0, waiting: 2 });
  expect(await eve!.visit()).toMatchObject({ ahead: 1 });
});

test("two tabs are one place, and a reload keeps it", async () => {
  const [, ben] = await inOrder(await makeDrop(), 2);
  const places = await Promise.all([ben!.visit(), ben!.visit(), ben!.visit()]);
  for (const place of places) expect(place).toMatchObject({ ahead: 0, waiting: 1 });
});

test("no more are in than could each have a piece; sold out is said at once", async () => {
  const drop = await makeDrop({ units: 2, admits: 50 });
  const people = await inOrder(drop, 5);
  const states = await Promise.all(people.map(async ({ visit }) => (await visit()).state));
  expect(states).toEqual(["in", "in", "waiting", "waiting", "waiting"]);
  await people[0]!.add();
  await people[1]!.add();
  const waiting = await people[2]!.visit();
  // In two bags: it may come back.
  expect(waiting).toMatchObject({ state: "waiting", available: 0, isSoldOut: false });
  const told = people[2]!.visit({ wait: 10, seen: waiting.ahead });
  await db.$client`update hold set state = 'confirmed' where variant_id = ${drop.variantId}`;
  await db.$client`update level set on_hand = 0, held = 0 where variant_id = ${drop.variantId}`;
  expect(await told).toMatchObject({ isSoldOut: true });
});

test("an answer that is waited for comes when something is new", async () => {
  const [ana, ben] = await inOrder(await makeDrop(), 2);
  const { ahead: seen } = await ben!.visit();
  const called = ben!.visit({ wait: 15, seen });
  await ana!.leave();
  expect(await called).toMatchObject({ state: "in" });
});

test("a hundred at once: each is let in once, in the order of their tickets", async () => {
  const drop = await makeDrop({ units: 100, admits: 10 });
  const people = await Promise.all(Array.from({ length: 100 }, () => shopper(drop)));
  await Promise.all(people.map(({ visit }) => visit()));
  const places = await Promise.all(people.map(({ visit }) => visit()));
  expect(places.filter(({ state }) => state === "in")).toHaveLength(10);
  const ahead = places.flatMap((place) => (place.state === "waiting" ? [place.ahead] : []));
  expect(ahead.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 90 }, (_, n) => n));
});

test("Redis loses all: places come back in their order by their tickets, passes hold, nobody slips in", async () => {
  const settling = { ...ctx, line: new WaitingLine(redis, "a secret", { settleMs: 1_500 }) };
  const drop = await makeDrop();
  const [ana, ben, eve] = await inOrder(drop, 3);
  await ana!.visit();
  await redis.flushall();
  const late = await shopper(drop);
  expect(await late.visit({}, settling)).toMatchObject({ state: "waiting" });
  expect(await eve!.visit({}, settling)).toMatchObject({ state: "waiting" });
  expect(await ben!.visit({}, settling)).toMatchObject({ state: "waiting", ahead: 0 });
  expect(await eve!.visit({}, settling)).toMatchObject({ ahead: 1 });
  expect(await late.visit({}, settling)).toMatchObject({ ahead: 2 });
  expect(await ana!.visit({}, settling)).toMatchObject({ state: "in" });
  expect(await ana!.add()).toMatchObject({ status: "applied" });
  await ana!.visit({}, settling);
  await vi.waitFor(
    async () => expect(await ben!.visit({}, settling)).toMatchObject({ state: "in" }),
    { timeout: 20_000, interval: 200 },
  );
  expect(await eve!.visit({}, settling)).toMatchObject({ state: "waiting", ahead: 0 });
});

test("a ticket that was made up, or is another's, is worth nothing", async () => {
  const drop = await makeDrop();
  const [, ben] = await inOrder(drop, 2);
  const { ticket } = await ben!.visit();
  const forged = ["1.", "0.0", `1.${ticket.split(".")[1]}`, ticket];
  for (const [before, one] of forged.entries()) {
    const { key, cartId } = await shopper(drop);
    const place = await takePlace(ctx, { handle: drop.handle, key, cartId, wait: 0, ticket: one });
    expect(place).toMatchObject({ ahead: before + 1 });
  }
});

test("Redis is out of reach: nobody is let in, and who is in goes on", async () => {
  const away = createRedis({ url: "http://127.0.0.1:9", token: "none" });
  const alone = { ...ctx, line: new WaitingLine(away, "a secret") };
  const [ana, ben] = await inOrder(await makeDrop(), 2);
  await ana!.visit();
  const refused = { reason: "drops.line_unavailable", kind: "unavailable" };
  await expect(ben!.visit({}, alone)).rejects.toMatchObject(refused);
  expect(await ana!.add()).toMatchObject({ status: "applied" });
});

test("a drop without a line lets everybody buy", async () => {
  const drop = await makeDrop({ admits: null });
  const ana = await shopper(drop);
  await expect(ana.visit()).rejects.toMatchObject({ reason: "drops.no_line" });
  expect(await ana.add()).toMatchObject({ status: "applied" });
});
