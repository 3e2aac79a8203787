import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, describe, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { makePerson, words } from "../../../testing/people.ts";
import { makeProduct } from "../../../testing/products.ts";
import { listReviews } from "./list-reviews.ts";
import { decide } from "./moderate.ts";
import { addVote } from "./votes.ts";
import { writeReview } from "./write.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 8 });
afterAll(() => db.$client.end());
const ctx = testContext(db);
const person = async () => testContext(db, { actor: await makePerson(db) });
const staff = testContext(db, { actor: await makePerson(db, "staff") });
const list = (handle: string, over: Partial<Parameters<typeof listReviews>[1]> = {}) =>
  listReviews(ctx, { handle, sort: "newest", limit: 20, ...over });

async function published(handle: string, rating: number) {
  const { id } = await writeReview(await person(), { handle, rating, ...words });
  const decision = { type: "publish" } as const;
  return decide(staff, { contributionId: id, decision, expectedVersion: 1 });
}

describe("a list", () => {
  test("is in the order asked for, page by page, and of the stars asked for", async () => {
    const { handle } = await makeProduct(db, { title: "Teapot" });
    const made: { id: string; rating: number; votes: number }[] = [];
    for (let n = 0; n < 7; n++) {
      const rating = [5, 3, 5, 1, 4, 3, 5][n] ?? 1;
      const { id } = await published(handle, rating);
      const votes = n % 3;
      for (let vote = 0; vote < votes; vote++)
        await addVote(await person(), { contributionId: id });
      made.push({ id, rating, votes });
    }
    const all = async (over: Partial<Parameters<typeof listReviews>[1]>) => {
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list(handle, { ...over, limit: 2, ...(cursor && { cursor }) });
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return ids;
    };
    const by = (compare: (a: (typeof made)[number], b: (typeof made)[number]) => number) =>
      made.toSorted((a, b) => compare(a, b)).map(({ id }) => id);
    const newer = (a: { id: string }, b: { id: string }) => (a.id < b.id ? 1 : -1);
    expect(await all({ sort: "newest" })).toEqual(by(newer));
    expect(await all({ sort: "helpful" })).toEqual(by((a, b) => b.votes - a.votes || newer(a, b)));
    expect(await all({ sort: "highest" })).toEqual(
      by((a, b) => b.rating - a.rating || newer(a, b)),
    );
    expect(await all({ sort: "lowest" })).toEqual(by((a, b) => a.rating - b.rating || newer(b, a)));
    expect(await all({ stars: 3 })).toHaveLength(2);
    expect((await list(handle)).summary).toEqual({
      average: 3.7,
      count: 7,
      distribution: [
        { stars: 5, count: 3 },
        { stars: 4, count: 1 },
        { stars: 3, count: 2 },
        { stars: 2, count: 0 },
        { stars: 1, count: 1 },
      ],
    });
    await expect(list(handle, { sort: "helpful", cursor: "W10" })).rejects.toMatchObject({
      reason: "page.bad_cursor",
    });
    await expect(list("no-such-teapot")).rejects.toMatchObject({
      reason: "catalog.product_not_found",
    });
  });
});
