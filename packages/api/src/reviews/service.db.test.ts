import { createClient } from "@meridian/db/client.ts";
import { findBrokenInvariants } from "@meridian/db/invariants.ts";
import { contributions, products, users } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { addressIn, makeCart, pay } from "../../testing/checkouts.ts";
import { testContext } from "../../testing/context.ts";
import { makePerson, words } from "../../testing/people.ts";
import { makeProduct } from "../../testing/products.ts";
import { startCheckout } from "../checkout/service/start.ts";
import { updateCheckout } from "../checkout/service/update.ts";
import type { Actor } from "../kernel/context.ts";
import { inTransaction } from "../kernel/transaction.ts";
import type { Contribution } from "./contract/contributions.ts";
import type { Decision } from "./contract/moderation.ts";
import { listQuestions } from "./service/list-questions.ts";
import { listReviews } from "./service/list-reviews.ts";
import { decide, listQueue } from "./service/moderate.ts";
import { changeContribution, getContribution, listOwn, removeContribution } from "./service/own.ts";
import { eraseContributions } from "./service/privacy.ts";
import { addVote, removeVote, report } from "./service/votes.ts";
import { answerQuestion, askQuestion, writeReview } from "./service/write.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 24 });
afterAll(() => db.$client.end());
const ctx = testContext(db);
const as = (actor: Actor) => testContext(db, { actor });
const staff = as(await makePerson(db, "staff"));
const person = async () => as(await makePerson(db));
const teapot = () => makeProduct(db, { title: "Teapot", variants: [{ isTracked: false }] });

const write = (by: typeof ctx, handle: string, rating = 5) =>
  writeReview(by, { handle, rating, ...words });
const decideOn = (
  { id, version }: Pick<Contribution, "id" | "version">,
  decision: Decision = { type: "publish" },
) => decide(staff, { contributionId: id, decision, expectedVersion: version });
const spam: Decision = { type: "reject", reason: "spam", note: "We sell teapots." };
const list = (handle: string, over: Partial<Parameters<typeof listReviews>[1]> = {}) =>
  listReviews(ctx, { handle, sort: "newest", limit: 20, ...over });
const published = async (handle: string, rating = 5, by?: typeof ctx) =>
  decideOn(await write(by ?? (await person()), handle, rating));

async function ratingOn(productId: string) {
  const [row] = await db.select().from(products).where(eq(products.id, productId));
  return { sum: row?.ratingSum, count: row?.ratingCount };
}
async function eventsOf(aggregateId: string) {
  const rows = await db.$client<{ type: string; version: number }[]>`
    select type, aggregate_version as version from outbox where aggregate_id = ${aggregateId} order by id`;
  return rows.map(({ type, version }) => `${type} ${version}`);
}

describe("a review", () => {
  test("is public when a moderator has published it, and goes again when its writer changes it", async () => {
    const { handle, id } = await teapot();
    const writer = await person();
    const review = await write(writer, handle, 4);
    expect(review).toMatchObject({ state: "pending", version: 1, isVerified: false, ...words });
    expect((await list(handle)).items).toEqual([]);
    await decideOn(review);
    expect(await list(handle)).toMatchObject({
      items: [{ id: review.id, rating: 4, ...words, helpfulCount: 0 }],
      summary: { average: 4, count: 1 },
    });
    expect(await ratingOn(id)).toEqual({ sum: 4, count: 1 });

    const changed = await changeContribution(writer, {
      contributionId: review.id,
      expectedVersion: 2,
      rating: 2,
      body: "It drips after all.",
    });
    expect(changed).toMatchObject({ state: "pending", version: 3, rating: 2, title: words.title });
    expect((await list(handle)).items).toEqual([]);
    expect(await ratingOn(id)).toEqual({ sum: 0, count: 0 });
    await decideOn(changed);
    expect((await list(handle)).summary.average).toBe(2);
    expect(await eventsOf(review.id)).toEqual([
      "contribution.submitted 1",
      "contribution.published 2",
      "contribution.changed 3",
      "contribution.published 4",
    ]);
    expect(await eventsOf(id)).toEqual([
      "rating.changed 1",
      "rating.changed 2",
      "rating.changed 3",
    ]);
  });

  test("is one for each: ten at once are one", async () => {
    const { handle } = await teapot();
    const writer = await person();
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => write(writer, handle)));
    const written = tries.filter(({ status }) => status === "fulfilled");
    expect(written).toHaveLength(1);
    const [{ id }] = (await listOwn(writer, { handle, limit: 20 })).items as [Contribution];
    for (const one of tries)
      if (one.status === "rejected")
        expect(one.reason).toMatchObject({
          reason: "reviews.already_written",
          details: { contributionId: id },
        });
  });

  test("is verified for who has ordered the product, and for nobody else", async () => {
    const { handle, variantIds } = await teapot();
    const buyer = await person();
    const cart = await makeCart(buyer, { [variantIds[0] ?? ""]: 1 });
    const { id, version } = await startCheckout(buyer, { cartId: cart.id });
    await updateCheckout(buyer, {
      checkoutId: id,
      expectedVersion: version,
      email: "ada@example.com",
      shippingAddress: addressIn.eu,
      shippingOptionId: "standard",
    });
    await pay(buyer, id);
    expect(await write(buyer, handle)).toMatchObject({ isVerified: true });
    expect(await write(await person(), handle)).toMatchObject({ isVerified: false });
    const other = await teapot();
    expect(await write(buyer, other.handle)).toMatchObject({ isVerified: false });
  });

  test("is nobody else's to see before it is public, to change or to remove", async () => {
    const { handle } = await teapot();
    const { id: contributionId } = await write(await person(), handle);
    const other = await person();
    const gone = { reason: "reviews.not_found" };
    await expect(getContribution(other, { contributionId })).rejects.toMatchObject(gone);
    await expect(
      changeContribution(other, { contributionId, expectedVersion: 1, rating: 1 }),
    ).rejects.toMatchObject(gone);
    await expect(
      removeContribution(other, { contributionId, expectedVersion: 1 }),
    ).rejects.toMatchObject(gone);
    await expect(addVote(other, { contributionId })).rejects.toMatchObject(gone);
    expect(await getContribution(staff, { contributionId })).toMatchObject({ state: "pending" });
  });

  test("at most twenty of one writer's wait", async () => {
    const writer = await person();
    const { handle } = await teapot();
    const ask = () =>
      askQuestion(writer, { handle, body: "Does it pour?", language: "en", displayName: "Ada" });
    for (let n = 0; n < 20; n++) await ask();
    await expect(ask()).rejects.toMatchObject({ reason: "reviews.too_many_pending" });
  });
});

describe("moderation", () => {
  test("decides on what was read: who changed it meanwhile is read again", async () => {
    const { handle, id } = await teapot();
    const writer = await person();
    const review = await write(writer, handle);
    const change = { contributionId: review.id, expectedVersion: 1, body: "<a>Buy now</a>" };
    await changeContribution(writer, change);
    await expect(decideOn(review)).rejects.toMatchObject({
      reason: "reviews.version_mismatch",
      current: { body: "<a>Buy now</a>", version: 2 },
    });
    const refused = await decideOn({ ...review, version: 2 }, spam);
    expect(refused).toMatchObject({
      state: "rejected",
      rejection: { reason: "spam", note: "We sell teapots." },
    });
    expect(await ratingOn(id)).toEqual({ sum: 0, count: 0 });
  });

  test("two decide at once: one does, and the other hears what it is now", async () => {
    const { handle, id } = await teapot();
    const review = await write(await person(), handle, 3);
    const both = await Promise.allSettled([decideOn(review), decideOn(review, spam)]);
    const done = both.filter((one) => one.status === "fulfilled");
    expect(done).toHaveLength(1);
    const isPublic = done[0]?.value.state === "published";
    expect(await ratingOn(id)).toEqual(isPublic ? { sum: 3, count: 1 } : { sum: 0, count: 0 });
  });

  test("the queue is by who waits longest; reports bring back what is public, a decision settles them", async () => {
    const { handle } = await teapot();
    const review = await published(handle, 1);
    const [one, two] = [await person(), await person()];
    const before = (await listQueue(staff, { limit: 100 })).items.map(({ id }) => id);
    expect(before).not.toContain(review.id);
    await report(one, { contributionId: review.id, reason: "offensive" });
    await report(two, { contributionId: review.id, reason: "spam" });
    await report(two, { contributionId: review.id, reason: "off_topic" });
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listQueue(staff, { limit: 3, ...(cursor && { cursor }) });
      found.push(...page.items.map(({ id }) => id));
      const reported = page.items.find(({ id }) => id === review.id);
      if (reported)
        expect(reported).toMatchObject({ state: "published", reports: ["offensive", "off_topic"] });
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(found).toEqual([...before, review.id]);
    expect((await list(handle)).items).toHaveLength(1);
    await decideOn(review, spam);
    expect((await list(handle)).items).toEqual([]);
    const after = (await listQueue(staff, { limit: 100 })).items.map(({ id }) => id);
    expect(after).toEqual(before);
  });

  test("a storm of decisions, changes and removals leaves the right sum", async () => {
    const { handle, id } = await teapot();
    const reviews = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        const writer = await person();
        return { writer, ...(await write(writer, handle, (n % 5) + 1)) };
      }),
    );
    await Promise.allSettled(
      reviews.flatMap((review, n) => [
        decideOn(review),
        decideOn(review, n % 3 === 0 ? spam : { type: "publish" }),
        ...(n % 4 === 0
          ? [removeContribution(review.writer, { contributionId: review.id, expectedVersion: 2 })]
          : []),
        ...(n % 5 === 0
          ? [
              changeContribution(review.writer, {
                contributionId: review.id,
                expectedVersion: 2,
                rating: 1,
              }),
            ]
          : []),
        ...(n % 7 === 0
          ? [inTransaction(review.writer, (tx) => eraseContributions(tx, userOf(review.writer)))]
          : []),
      ]),
    );
    const [row] = await db
      .select({
        sum: sql<number>`coalesce(sum(rating), 0)::int`,
        count: sql<number>`count(*)::int`,
      })
      .from(contributions)
      .where(sql`product_id = ${id} and state = 'published'`);
    expect(row?.count).toBeGreaterThan(0);
    expect(await ratingOn(id)).toEqual(row);
    expect(await findBrokenInvariants(db)).toEqual([]);
    await db
      .update(products)
      .set({ ratingSum: sql`rating_sum + 1` })
      .where(eq(products.id, id));
    expect(await findBrokenInvariants(db)).toMatchObject([
      { rule: "rating sum = that of published reviews", subject: id },
    ]);
    await db
      .update(products)
      .set({ ratingSum: sql`rating_sum - 1` })
      .where(eq(products.id, id));
  });
});

const userOf = ({ actor }: typeof ctx) => (actor.kind === "user" ? actor.id : "");

describe("votes", () => {
  test("count once for each, however often they are sent, and never the writer's own", async () => {
    const { handle } = await teapot();
    const writer = await person();
    const { id: contributionId } = await published(handle, 5, writer);
    const readers = await Promise.all(Array.from({ length: 8 }, person));
    await Promise.all(
      readers.flatMap((one) => [1, 2, 3].map(() => addVote(one, { contributionId }))),
    );
    expect((await list(handle)).items).toMatchObject([{ helpfulCount: 8 }]);
    const [first] = readers as [typeof ctx];
    expect((await listOwn(first, { handle, limit: 1 })).helpful).toEqual([contributionId]);
    await Promise.all([1, 2].map(() => removeVote(first, { contributionId })));
    expect((await list(handle)).items).toMatchObject([{ helpfulCount: 7 }]);
    await expect(addVote(writer, { contributionId })).rejects.toMatchObject({
      reason: "reviews.own",
    });
    const events = (await eventsOf(contributionId)).filter((one) => one.startsWith("votes"));
    expect(events).toEqual(Array.from({ length: 9 }, (_, n) => `votes.changed ${n + 1}`));
  });

  test("go with who cast them, who is erased; what they wrote too, and its stars", async () => {
    const { handle, id } = await teapot();
    const { id: liked } = await published(handle, 2);
    const leaving = await person();
    await addVote(leaving, { contributionId: liked });
    await published(handle, 5, leaving);
    const question = await decideOn(
      await askQuestion(leaving, {
        handle,
        body: "Does it pour?",
        language: "en",
        displayName: "Ada",
      }),
    );
    const answer = await answerQuestion(staff, {
      contributionId: question.id,
      body: "It does.",
      language: "en",
      displayName: "The shop",
    });
    const userId = userOf(leaving);
    await inTransaction(leaving, async (tx) => {
      await eraseContributions(tx, userId);
      await tx.db.delete(users).where(eq(users.id, userId));
    });
    expect(await list(handle)).toMatchObject({ items: [{ id: liked, helpfulCount: 0 }] });
    expect(await ratingOn(id)).toEqual({ sum: 2, count: 1 });
    expect((await listQuestions(ctx, { handle, limit: 20 })).items).toEqual([]);
    expect(await eventsOf(answer.id)).toEqual([
      "contribution.published 1",
      "contribution.removed 2",
    ]);
  });
});

describe("questions", () => {
  test("the shop's answer is public at once and first, others' when they are published", async () => {
    const { handle } = await teapot();
    const question = await askQuestion(await person(), {
      handle,
      body: "Does the lid fall out?",
      language: "ja",
      displayName: "Bo",
    });
    const answered = {
      contributionId: question.id,
      body: "It stays.",
      language: "de" as const,
      displayName: "Cy",
    };
    await expect(answerQuestion(await person(), answered)).rejects.toMatchObject({
      reason: "reviews.not_found",
    });
    await decideOn(question);
    const pending = await answerQuestion(await person(), answered);
    expect(pending).toMatchObject({
      state: "pending",
      question: { body: "Does the lid fall out?" },
    });
    await answerQuestion(staff, { ...answered, displayName: "The shop" });
    const shown = async () => (await listQuestions(ctx, { handle, limit: 20 })).items;
    expect(await shown()).toMatchObject([
      { body: "Does the lid fall out?", answers: [{ displayName: "The shop", isStaff: true }] },
    ]);
    await decideOn(pending);
    expect(await shown()).toMatchObject([
      {
        language: "ja",
        answers: [{ isStaff: true }, { displayName: "Cy", language: "de", isStaff: false }],
      },
    ]);
    await expect(
      changeContribution(staff, { contributionId: question.id, expectedVersion: 2, rating: 1 }),
    ).rejects.toMatchObject({ reason: "reviews.not_found" });
  });
});
