import { createClient } from "@meridian/db/client.ts";
import { users } from "@meridian/db/schema.ts";
import { eq } from "drizzle-orm";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addLines, makeOrder } from "../../testing/checkouts.ts";
import { testContext } from "../../testing/context.ts";
import { makePerson } from "../../testing/people.ts";
import { makeLocation, makeVariant } from "../../testing/shop.ts";
import { agree } from "../../testing/surveys.ts";
import { eraseMe } from "../accounts/service/erase.ts";
import { exportMe } from "../accounts/service/export.ts";
import { getPreferences, updatePreferences } from "../accounts/service/preferences.ts";
import { sendMails, type Mail } from "../accounts/service/send-mails.ts";
import { createCart } from "../cart/service.ts";
import { openRelaySeat, shardCount } from "../events/relay.ts";
import type { Actor } from "../kernel/context.ts";
import type { Language } from "../kernel/language.ts";
import { inTransaction } from "../kernel/transaction.ts";
import { deliverOrder, fulfilOrder } from "../orders/service/fulfil.ts";
import { planSurveys } from "./hear.ts";
import { answerSurvey, stopSurveys } from "./service/answer.ts";
import { askDue } from "./service/ask.ts";
import { deleteStaleSurveys } from "./service/expiry.ts";
import { getSurvey } from "./service/read.ts";
import { listAnswers } from "./service/results.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 20 });
const relay = await openRelaySeat(database.url, 600_000);
const root = testContext(db, { settings: { shopUrl: "https://shop.example" } });
beforeAll(async () => {
  await vi.waitFor(async () => {
    const { led } = await relay.settle();
    if (led.length < shardCount) throw new Error("another relay leads");
  }, 60_000);
  // From here on.
  await planSurveys(root, { limit: 1 });
});
afterAll(async () => {
  await relay.close();
  await db.$client.end();
});
const location = await makeLocation(db);
const { variantId } = await makeVariant(db, { title: "Tide teapot", stock: { [location]: 900 } });

const dayMs = 86_400_000;
const inDays = (days: number) => ({
  ...root,
  clock: { now: () => new Date(Date.now() + days * dayMs) },
});
const as = (actor: Actor) => testContext(db, { actor });
type Person = Extract<Actor, { kind: "user" }>;

async function someone({ agrees = true, isVerified = true } = {}): Promise<Person> {
  const person = await makePerson(db);
  await db.update(users).set({ emailVerified: isVerified }).where(eq(users.id, person.id));
  if (agrees) await agree(db, person.id);
  return person;
}
const key = () => crypto.randomUUID();
async function buy(person: Person, language: Language = "en") {
  return makeOrder(as(person), { [variantId]: 1 }, "eu", language);
}
async function send(orderId: string) {
  await fulfilOrder(root, { orderId, idempotencyKey: key() });
}
async function deliver(orderId: string) {
  await send(orderId);
  await deliverOrder(root, { orderId, idempotencyKey: key() });
}
/** What is planned of all that has happened, by two workers at once. */
async function plan() {
  while ((await relay.move(1_000)) !== null);
  const hear = () => planSurveys(root, { limit: 1_000 });
  await Promise.all([hear(), hear()]);
}
/** Sent to whomever, and looked at by no test yet. */
let unread: Mail[] = [];
/** Mails that ask a person, of what is due so many days from now; two workers ask at once. */
async function askedOf({ id }: Person, days: number): Promise<Mail[]> {
  await plan();
  const ask = () => askDue(inDays(days), { limit: 100 });
  await Promise.all([ask(), ask()]);
  const take = async (mail: Mail) => {
    if (mail.text.includes("/surveys/")) unread.push(mail);
    return "taken" as const;
  };
  while ((await sendMails(root, { send: take }, { limit: 100 })) > 0);
  const isTheirs = ({ to }: Mail) => to === `${id}@example.com`;
  const theirs = unread.filter(isTheirs);
  unread = unread.filter((mail) => !isTheirs(mail));
  return theirs;
}
const tokenOf = (mail: Mail | undefined) =>
  /\/surveys\/([\w-]{32})/.exec(mail?.text ?? "")?.[1] ?? "";
async function asked(): Promise<{ person: Person; token: string; orderId: string }> {
  const person = await someone();
  const { id: orderId } = await buy(person);
  await deliver(orderId);
  const [mail] = await askedOf(person, 4);
  return { person, token: tokenOf(mail), orderId };
}
const refused = (reason: string, kind: string) => expect.objectContaining({ reason, kind });

test("who agreed is asked once, three days after their order has arrived", async () => {
  const person = await someone();
  const order = await buy(person);
  await deliver(order.id);
  expect(await askedOf(person, 2)).toEqual([]);
  const [mail, ...more] = await askedOf(person, 3.1);
  expect(more).toEqual([]);
  expect(mail?.subject).toBe(`How was it? Your order ${order.number}`);
  expect(mail?.unsubscribeUrl).toBe(
    `https://shop.example/surveys/unsubscribe?token=${tokenOf(mail)}`,
  );
  expect(await askedOf(person, 90)).toEqual([]);
  const log = await db.$client`
    select data from event_log where type = 'survey.asked' and data->>'kind' = 'order'`;
  expect(JSON.stringify(log)).not.toContain(person.id);
});

test("where nobody says that it has arrived, a week later; in the order's language", async () => {
  const person = await someone();
  await send((await buy(person, "ja")).id);
  expect(await askedOf(person, 9)).toEqual([]);
  const [mail] = await askedOf(person, 10.1);
  expect(mail?.text).toContain("https://shop.example/ja/surveys/");
});

test("nobody is asked who did not agree, or took it back before; nor about what went back whole", async () => {
  const [never, changed, returned] = [
    await someone({ agrees: false }),
    await someone(),
    await someone(),
  ];
  for (const person of [never, changed, returned]) await deliver((await buy(person)).id);
  await plan();
  const { version } = await getPreferences(as(changed));
  await updatePreferences(as(changed), {
    expectedVersion: version,
    surveys: { isGiven: false, textVersion: "1" },
  });
  const back = await buy(returned);
  await deliver(back.id);
  await db.$client`
    update "order" set refunded_minor = total_minor from checkout
    where checkout.id = checkout_id and user_id = ${returned.id}`;
  for (const person of [never, changed, returned]) expect(await askedOf(person, 20)).toEqual([]);
  // Once is skipped for good, whatever they say later.
  await agree(db, changed.id);
  expect(await askedOf(changed, 40)).toEqual([]);
});

test("a consent that is being taken back at this moment is waited for; an address without proof gets nothing", async () => {
  const [person, unproven] = [await someone(), await someone({ isVerified: false })];
  for (const one of [person, unproven]) await deliver((await buy(one)).id);
  await plan();
  const { version: expectedVersion } = await getPreferences(as(person));
  const surveys = { isGiven: false, textVersion: "1" };
  const asking = await inTransaction(as(person), async (tx) => {
    await updatePreferences(tx, { expectedVersion, surveys });
    let isOver = false;
    const asked = askDue(inDays(4), { limit: 100 }).finally(() => (isOver = true));
    await vi.waitFor(async () => {
      const waiting = await db.$client`
        select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      if (waiting.length === 0 && !isOver) throw new Error("it is on its way");
    });
    return { asked };
  });
  await asking.asked;
  for (const one of [person, unproven]) expect(await askedOf(one, 4)).toEqual([]);
});

test("a question that still waits for the mail server goes with the consent", async () => {
  const [byPreferences, byLink] = [await someone(), await someone()];
  const waiting = ({ id }: Person) => db.$client<{ link: string }[]>`
    select link from mail where recipient = ${`${id}@example.com`} and template = 'survey'`;
  for (const person of [byPreferences, byLink]) await deliver((await buy(person)).id);
  await plan();
  await askDue(inDays(4), { limit: 100 });
  const { version: expectedVersion } = await getPreferences(as(byPreferences));
  const surveys = { isGiven: false, textVersion: "1" };
  await updatePreferences(as(byPreferences), { expectedVersion, surveys });
  expect(await waiting(byPreferences)).toEqual([]);
  const [mail] = await waiting(byLink);
  await stopSurveys(root, { token: mail?.link.split("/").at(-1) ?? "" });
  expect(await waiting(byLink)).toEqual([]);
});

test("two orders at once: one question a month", async () => {
  const person = await someone();
  for (let n = 0; n < 2; n++) await deliver((await buy(person)).id);
  expect(await askedOf(person, 4)).toHaveLength(1);
  const next = await buy(person);
  await deliver(next.id);
  expect(await askedOf(person, 20)).toEqual([]);
  await deliver((await buy(person)).id);
  expect(await askedOf(person, 60)).toHaveLength(1);
});

test("a mail that can't be written has asked nobody, keeps no other back and is tried later", async () => {
  const [bad, good] = [await someone(), await someone()];
  for (const person of [bad, good]) await deliver((await buy(person)).id);
  await plan();
  await db.$client.unsafe(
    `alter table mail add constraint broken check (recipient <> '${bad.id}@example.com') not valid`,
  );
  for (const limit of [1, 1]) await askDue(inDays(4), { limit });
  await db.$client`alter table mail drop constraint broken`;
  expect(await askedOf(good, 4)).toHaveLength(1);
  expect(await askedOf(bad, 4.1)).toHaveLength(1);
});

test("the link shows what it is about in a language, and neither whom nor the order's key", async () => {
  const { token, orderId, person } = await asked();
  const survey = await getSurvey(root, { token, language: "de" });
  expect(survey).toMatchObject({
    kind: "order",
    state: "open",
    language: "de",
    items: [{ title: "Tide teapot" }],
    questions: { rating: { text: "Wie zufrieden bist du mit dieser Bestellung?" } },
  });
  const told = JSON.stringify(survey);
  for (const secret of [orderId, person.id, "Ada", token]) expect(told).not.toContain(secret);
  const [row] = await db.$client`select s::text as text from survey s where id = ${survey.id}`;
  expect(row?.["text"]).not.toContain(token);
});

test("it is answered once, also by many at once; afterwards it says so", async () => {
  const { token } = await asked();
  const input = { token, rating: 4, choice: "delivery" as const, comment: "  Thanks \u0007" };
  const answers = await Promise.allSettled(
    Array.from({ length: 8 }, () => answerSurvey(root, { ...input, language: undefined })),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const answer of answers)
    if (answer.status === "rejected")
      expect(answer.reason).toEqual(refused("feedback.already_answered", "conflict"));
  const { state, answeredAt } = await getSurvey(inDays(90), { token });
  expect({ state, isTold: answeredAt !== null }).toEqual({ state: "answered", isTold: true });
});

test("what the survey does not offer, an end that is past and a made-up link are refused", async () => {
  const { token } = await asked();
  const answer = { token, rating: 1, choice: null, comment: null };
  await expect(answerSurvey(root, { ...answer, choice: "later" })).rejects.toEqual(
    refused("feedback.wrong_choice", "invalid"),
  );
  const late = inDays(40);
  for (const attempt of [() => getSurvey(late, { token }), () => answerSurvey(late, answer)])
    await expect(attempt()).rejects.toEqual(refused("feedback.expired", "gone"));
  const unknown = "x".repeat(32);
  for (const attempt of [
    () => getSurvey(root, { token: unknown }),
    () => answerSurvey(root, { ...answer, token: unknown }),
    () => stopSurveys(root, { token: unknown }),
  ])
    await expect(attempt()).rejects.toEqual(refused("feedback.not_found", "not_found"));
});

test("the link takes the consent back, also when it is over; preferences show it", async () => {
  const { token, person } = await asked();
  const before = await getPreferences(as(person));
  expect(await stopSurveys(inDays(40), { token })).toEqual({ hasChanged: true });
  expect(await stopSurveys(root, { token })).toEqual({ hasChanged: false });
  const after = await getPreferences(as(person));
  expect(after.surveys?.isGiven).toBe(false);
  expect(after.version).toBe(before.version + 1);
  await deliver((await buy(person)).id);
  expect(await askedOf(person, 90)).toEqual([]);
});

test("the shop reads what was said, page by page, and added up", async () => {
  const since = new Date().toISOString();
  const before = await listAnswers(root, { kind: "order", limit: 1 });
  for (const rating of [5, 4, 4]) {
    const { token } = await asked();
    await answerSurvey(root, { token, rating, choice: "price", comment: `${rating} of 5` });
  }
  const { results } = await listAnswers(root, { kind: "order", limit: 1 });
  expect(results.answered).toBe(before.results.answered + 3);
  expect(results.choices[0]).toMatchObject({ choice: "price" });
  const late = { kind: "order", since, limit: 2 } as const;
  const first = await listAnswers(root, late);
  expect(first.results).toMatchObject({ answered: 3, average: 4.3 });
  expect(first.results.distribution.slice(0, 2).map(({ count }) => count)).toEqual([1, 2]);
  expect(first.items.map(({ comment }) => comment)).toEqual(["4 of 5", "4 of 5"]);
  const second = await listAnswers(root, { ...late, cursor: first.nextCursor ?? "" });
  expect(second.items.map(({ rating }) => rating)).toEqual([5]);
  expect(second.nextCursor).toBeNull();
  const { token } = await asked();
  await answerSurvey(root, { token, rating: 1, choice: null, comment: null });
  const again = await listAnswers(root, { ...late, cursor: first.nextCursor ?? "" });
  expect(again.results).toEqual(first.results);
  const empty = await listAnswers(root, { kind: "cart", since, limit: 2 });
  expect(empty.results).toMatchObject({ answered: 0, average: null, choices: [] });
});

test("a copy of one's data has them; erasure ends them, also what is planned", async () => {
  const { token, person } = await asked();
  await answerSurvey(root, { token, rating: 2, choice: null, comment: "Zyxa" });
  const { surveys, consents } = await exportMe(as(person));
  expect(surveys).toMatchObject([{ state: "answered", rating: 2, comment: "Zyxa" }]);
  expect(consents).toMatchObject([{ purpose: "surveys", isGiven: true }]);
  await deliver((await buy(person)).id);
  await plan();
  await eraseMe(as(person), { email: `${person.id}@example.com` });
  expect(await db.$client`select 1 from survey where user_id = ${person.id}`).toHaveLength(0);
  expect(await askedOf(person, 60)).toEqual([]);
  await expect(getSurvey(root, { token })).rejects.toEqual(
    refused("feedback.not_found", "not_found"),
  );
});

test("an erasure beside the asking: one of them is first, and nothing is left", async () => {
  for (let round = 0; round < 10; round++) {
    const person = await someone();
    await deliver((await buy(person)).id);
    await plan();
    await Promise.all([
      askDue(inDays(4), { limit: 100 }),
      eraseMe(as(person), { email: `${person.id}@example.com` }),
    ]);
    const left =
      await db.$client`select 1 from mail where recipient = ${`${person.id}@example.com`}`;
    expect(left).toHaveLength(0);
  }
});

async function leaveCart(person: Person): Promise<string> {
  const { id } = await createCart(as(person), { region: "eu", language: "de" });
  await addLines(as(person), id, { [variantId]: 1 });
  return id;
}

test("who left a cart is asked once about it, a day after its last change", async () => {
  const person = await someone();
  const cartId = await leaveCart(person);
  expect(await askedOf(person, 0.9)).toEqual([]);
  const [mail, ...more] = await askedOf(person, 1.1);
  expect(more).toEqual([]);
  expect(mail?.subject).toBe("Was hat gefehlt?");
  const survey = await getSurvey(root, { token: tokenOf(mail) });
  expect(survey).toMatchObject({
    kind: "cart",
    orderNumber: null,
    items: [{ title: "Tide teapot" }],
  });
  await addLines(as(person), cartId, { [variantId]: 1 });
  expect(await askedOf(person, 60)).toEqual([]);
});

test("who has the link sees what was left, not what is put in later", async () => {
  const person = await someone();
  const cartId = await leaveCart(person);
  const [mail] = await askedOf(person, 1.1);
  const { variantId: later } = await makeVariant(db, { title: "Secret", stock: { [location]: 9 } });
  await addLines(as(person), cartId, { [later]: 1 });
  await db.$client`
    update cart_line set added_at = now() + interval '2 days' where variant_id = ${later}`;
  const { items } = await getSurvey(root, { token: tokenOf(mail) });
  expect(items.map(({ title }) => title)).toEqual(["Tide teapot"]);
});

test("a cart that was bought, emptied or changed a moment ago asks nothing", async () => {
  const [bought, instead, emptied, busy, guest] = [
    await someone(),
    await someone(),
    await someone(),
    await someone(),
    await someone({ agrees: false }),
  ];
  await buy(bought);
  const cartId = await leaveCart(emptied);
  await leaveCart(instead);
  const { id: otherOrder } = await makeOrder(root, { [variantId]: 1 });
  await db.$client`update checkout set user_id = ${instead.id} where order_id = ${otherOrder}`;
  for (const person of [busy, guest]) await leaveCart(person);
  await plan();
  await db.$client`delete from cart_line where cart_id = ${cartId}`;
  // The worker is behind: the change is not heard yet.
  await db.$client`update cart set updated_at = now() + interval '1 day' where user_id = ${busy.id}`;
  for (const person of [bought, instead, emptied, busy, guest])
    expect(await askedOf(person, 1.5)).toEqual([]);
  expect(await askedOf(busy, 2.1)).toHaveLength(1);
});

test("what nobody answered is forgotten a year after it was asked", async () => {
  const [{ token }, { token: answered }] = [await asked(), await asked()];
  await answerSurvey(root, { token: answered, rating: 5, choice: null, comment: null });
  // It was asked on the fourth day.
  while ((await deleteStaleSurveys(inDays(367), { limit: 10 })) > 0);
  expect((await getSurvey(root, { token })).state).toBe("open");
  while ((await deleteStaleSurveys(inDays(370), { limit: 10 })) > 0);
  await expect(getSurvey(root, { token })).rejects.toThrow();
  expect((await getSurvey(root, { token: answered })).state).toBe("answered");
});
