import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { testContext } from "../../testing/context.ts";
import { makeLocation, makeVariant } from "../../testing/shop.ts";
import { sendMails, type Mail } from "../accounts/service/send-mails.ts";
import { openRelaySeat, shardCount } from "../events/relay.ts";
import { newId } from "../kernel/ids.ts";
import { inTransaction } from "../kernel/transaction.ts";
import { askToWatch, confirmWatch, withdrawWatch } from "../watches/service/ask.ts";
import { deleteStaleWatches } from "../watches/service/expiry.ts";
import { adjust } from "../inventory/service/levels.ts";
import { queueWatchMails } from "./watch-mails.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 20 });
const relay = await openRelaySeat(database.url, 600_000);
beforeAll(() =>
  vi.waitFor(async () => {
    const { led } = await relay.settle();
    if (led.length < shardCount) throw new Error("another relay leads");
  }, 60_000),
);
afterAll(async () => {
  await relay.close();
  await db.$client.end();
});
const ctx = testContext(db, { settings: { shopUrl: "https://shop.example" } });
const location = await makeLocation(db);
const soldOut = async () =>
  (await makeVariant(db, { title: "Tide teapot", stock: { [location]: 0 } })).variantId;
const change = (variantId: string, delta: number) =>
  adjust(ctx, { variantId, locationId: location, delta, reason: "counted" });

type Language = "en" | "de" | "ja";
const ask = (variantId: string, email: string, language: Language = "en") =>
  askToWatch(ctx, { variantId, email, language, region: "eu" });
async function tokenOf(variantId: string, email: string): Promise<string> {
  const [row] = await db.$client<{ token: string }[]>`
    select token from watch where variant_id = ${variantId} and email = ${email}`;
  return row?.token ?? "";
}
async function watch(variantId: string, email: string, language?: Language): Promise<void> {
  await ask(variantId, email, language);
  await confirmWatch(ctx, { token: await tokenOf(variantId, email) });
}
const someone = () => `${newId("usr")}@example.com`;

async function sent(): Promise<Mail[]> {
  const mails: Mail[] = [];
  const send = async (mail: Mail) => {
    mails.push(mail);
    return "taken" as const;
  };
  while ((await sendMails(ctx, { send }, { limit: 100 })) > 0);
  return mails;
}

/** What was sent of all that happened up to now, by two workers at once. */
async function post(): Promise<Mail[]> {
  while ((await relay.move(1_000)) !== null);
  const queue = () => queueWatchMails(ctx, { limit: 1_000 });
  await Promise.all([queue(), queue()]);
  return sent();
}
const told = async () => (await post()).filter(({ subject }) => subject.startsWith("Back"));
/** Those who are told at once are told in no order. */
const addressed = (mails: Mail[]) => mails.map(({ to }) => to).toSorted();

beforeEach(async () => {
  await post();
});

test("a guest's address is asked first, told once when the variant is back, and never again", async () => {
  const [variantId, email] = [await soldOut(), someone()];
  await ask(variantId, email);
  await change(variantId, 5);
  const [asked, ...early] = await post();
  expect(early).toEqual([]);
  expect(asked).toMatchObject({ to: email });
  expect(asked?.text).toContain(
    `https://shop.example/watches/confirm?token=${await tokenOf(variantId, email)}`,
  );
  await change(variantId, -5);
  await confirmWatch(ctx, { token: await tokenOf(variantId, email) });
  await confirmWatch(ctx, { token: await tokenOf(variantId, email) });
  expect(await post()).toEqual([]);
  await change(variantId, 5);
  const [mail, ...more] = await post();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ to: email, subject: "Back in the shop: Tide teapot" });
  expect(mail?.text).toContain(`?variant=${variantId}`);
  expect(mail?.unsubscribeUrl).toMatch(
    /^https:\/\/shop\.example\/watches\/unsubscribe\?token=\S+$/,
  );
  await change(variantId, -5);
  await change(variantId, 5);
  expect(await post()).toEqual([]);
});

test("each reads their own language, and lands in their own market", async () => {
  const variantId = await soldOut();
  for (const language of ["de", "ja"] as const)
    await watch(variantId, `${language}@example.com`, language);
  await sent();
  await change(variantId, 9);
  const [de, ja] = (await post()).toSorted((a, b) => (a.to < b.to ? -1 : 1));
  expect(de?.subject).toBe("Wieder da: Tide teapot");
  expect(de?.text).toContain("https://shop.example/de/eu/products/");
  expect(ja?.subject).toBe("再入荷しました：Tide teapot");
});

test("few units call the first who came; the others when more comes, or it is back anew", async () => {
  const variantId = await soldOut();
  const people = Array.from({ length: 12 }, (_, n) => `${n}-${variantId}@example.com`);
  for (const email of people) await watch(variantId, email);
  await sent();
  await change(variantId, 1);
  expect(addressed(await told())).toEqual(people.slice(0, 3));
  await change(variantId, 1);
  expect(addressed(await told())).toEqual(people.slice(3, 6));
  await change(variantId, -1);
  expect(await told()).toEqual([]);
  await change(variantId, -1);
  await change(variantId, 1);
  expect(addressed(await told())).toEqual(people.slice(6, 9));
});

test("what is gone again before anybody was told calls nobody; they wait on", async () => {
  const [variantId, email] = [await soldOut(), someone()];
  await watch(variantId, email);
  await sent();
  await change(variantId, 1);
  await change(variantId, -1);
  expect(await told()).toEqual([]);
  await change(variantId, 1);
  expect(addressed(await told())).toEqual([email]);
});

test("a worker that dies between leaves it to the next, whole", async () => {
  const [variantId, email] = [await soldOut(), someone()];
  await watch(variantId, email);
  await sent();
  await change(variantId, 1);
  while ((await relay.move(1_000)) !== null);
  // The mail can't be written: neither the watch's end nor the place in the log stays.
  await db.$client`alter table mail add constraint broken check (template <> 'watch') not valid`;
  await expect(queueWatchMails(ctx, { limit: 1_000 })).rejects.toThrow();
  await db.$client`alter table mail drop constraint broken`;
  expect(addressed(await told())).toEqual([email]);
});

test("who asks while it comes back is told or refused, and never forgotten", async () => {
  for (let round = 0; round < 20; round++) {
    const [variantId, email] = [await soldOut(), someone()];
    await ask(variantId, email);
    const token = await tokenOf(variantId, email);
    await sent();
    const late = someone();
    const [, asked] = await Promise.all([
      change(variantId, 9),
      ask(variantId, late).then(
        () => true,
        () => false,
      ),
      confirmWatch(ctx, { token }),
      post(),
    ]);
    const lateToken = await tokenOf(variantId, late);
    expect(lateToken !== "").toBe(asked);
    if (asked) await confirmWatch(ctx, { token: lateToken });
    await post();
    const left = await db.$client`select 1 from watch where variant_id = ${variantId}`;
    expect(left).toHaveLength(0);
  }
});

test("a watch that commits when its restock was looked at already is told by its own event", async () => {
  const [variantId, email] = [await soldOut(), someone()];
  await ask(variantId, email);
  const token = await tokenOf(variantId, email);
  await sent();
  await inTransaction(ctx, async (tx) => {
    await confirmWatch(tx, { token });
    await change(variantId, 9);
    expect(await told()).toEqual([]);
  });
  expect(addressed(await told())).toEqual([email]);
});

test("one watch of a variant and an address; a stranger's mailbox is asked three times at most", async () => {
  const [variantId, email] = [await soldOut(), someone()];
  await Promise.all(Array.from({ length: 6 }, () => ask(variantId, email)));
  expect(await sent()).toHaveLength(3);
  const rows = await db.$client`select 1 from watch where email = ${email}`;
  expect(rows).toHaveLength(1);
});

test("an address that has said nothing yet is asked of ten variants at most", async () => {
  const email = someone();
  for (let n = 0; n < 10; n++) await ask(await soldOut(), email);
  const next = ask(await soldOut(), email);
  await expect(next).rejects.toMatchObject({ reason: "watches.too_many", details: { max: 10 } });
});

test("what can be bought is refused: there is nothing to wait for", async () => {
  const { variantId } = await makeVariant(db, { stock: { [location]: 1 } });
  await expect(ask(variantId, someone())).rejects.toMatchObject({ reason: "watches.in_stock" });
});

test("one link ends one watch, the other all of the address; a link that is over ends nothing", async () => {
  const [one, two, three, email] = [await soldOut(), await soldOut(), await soldOut(), someone()];
  for (const variantId of [one, two, three]) await watch(variantId, email);
  const withdraw = async (token: string) => (await withdrawWatch(ctx, { token })).ended;
  const token = await tokenOf(one, email);
  expect([await withdraw(token), await withdraw(token)]).toEqual([1, 0]);
  await sent();
  await change(two, 1);
  const [mail] = await told();
  const all = new URL(mail?.unsubscribeUrl ?? "").searchParams.get("token") ?? "";
  expect([await withdraw(all), await withdraw(all)]).toEqual([1, 0]);
  await change(three, 1);
  expect(await told()).toEqual([]);
});

test("what nobody confirmed in two days is forgotten, with an address that waits for nothing else", async () => {
  const [variantId, email] = [await soldOut(), someone()];
  await ask(variantId, email);
  const token = await tokenOf(variantId, email);
  expect(await deleteStaleWatches(ctx, { limit: 10 })).toBe(0);
  await db.$client`update watch set created_at = now() - interval '3 days' where email = ${email}`;
  await db.$client`update watch_address set created_at = now() - interval '91 days' where email = ${email}`;
  await deleteStaleWatches(ctx, { limit: 10 });
  await expect(confirmWatch(ctx, { token })).rejects.toMatchObject({
    reason: "watches.link_invalid",
  });
  expect(await db.$client`select 1 from watch_address where email = ${email}`).toHaveLength(0);
});
