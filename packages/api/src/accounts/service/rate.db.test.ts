import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, test } from "vitest";
import { deleteRateWindows, limitRate } from "./rate.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 10 });
afterAll(() => db.$client.end());
const rate = { limit: 5, seconds: 60 };

test("of many at once, as many are let in as the limit says", async () => {
  const tries = Array.from({ length: 40 }, () => limitRate({ db }, "many", rate));
  const settled = await Promise.allSettled(tries);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  const refused = settled.flatMap((one) =>
    one.status === "rejected" ? [one.reason as unknown] : [],
  );
  expect(refused).toHaveLength(35);
  expect(refused[0]).toMatchObject({
    reason: "auth.too_many_attempts",
    kind: "rate_limited",
    details: { limit: 5, seconds: 60 },
    retryAfterSeconds: expect.closeTo(60, -2) as number,
  });
});

test("names are counted apart, and anew when the window is over", async () => {
  for (let n = 0; n < 5; n++) await limitRate({ db }, "one", rate);
  await limitRate({ db }, "another", rate);
  await expect(limitRate({ db }, "one", rate)).rejects.toThrow("too many");
  await db.$client`update rate_window set ends_at = now() where key = 'one'`;
  await limitRate({ db }, "one", rate);
});

test("windows that are long over are deleted", async () => {
  await limitRate({ db }, "old", rate);
  await db.$client`update rate_window set ends_at = now() - interval '2 hours' where key = 'old'`;
  expect(await deleteRateWindows({ db }, { limit: 100 })).toBe(1);
});
