import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, test } from "vitest";
import { deleteExpiredSignIns } from "./expiry.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 4 });
afterAll(() => db.$client.end());

test("what is over is deleted, in batches; what lasts stays", async () => {
  await db.$client`insert into "user" (id, email, name) values ('usr_a', 'a@example.com', 'A')`;
  for (let n = 0; n < 5; n++) {
    const endsAt = new Date(Date.now() + (n < 3 ? -1_000 : 3_600_000)).toISOString();
    await db.$client`insert into session (id, token, user_id, expires_at)
      values (${`s${n}`}, ${`t${n}`}, 'usr_a', ${endsAt})`;
    await db.$client`insert into verification (id, identifier, value, expires_at)
      values (${`v${n}`}, 'link', 'x', ${endsAt})`;
  }
  expect(await deleteExpiredSignIns({ db }, { limit: 2 })).toBe(2);
  expect(await deleteExpiredSignIns({ db }, { limit: 2 })).toBe(1);
  expect(await deleteExpiredSignIns({ db }, { limit: 2 })).toBe(0);
  const left = await db.$client`select id from session union all select id from verification`;
  expect(left.map(({ id }) => id as string).toSorted()).toEqual(["s3", "s4", "v3", "v4"]);
});
