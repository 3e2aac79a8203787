import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { encodeCursor } from "../../kernel/cursor.ts";
import { newId } from "../../kernel/ids.ts";
import { listAnswers } from "./results.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 2 });
afterAll(() => db.$client.end());
const listFrom = (...position: (string | number | object)[]) =>
  listAnswers(testContext(db), { kind: "order", limit: 2, cursor: encodeCursor(position) });

test("a cursor that carries no sums, as they were before, goes on, and it is added up again", async () => {
  const { results } = await listFrom("2026-03-01T09:30:00.000Z", newId("svy"));
  expect(results).toMatchObject({ answered: 0, average: null });
});

test("one that was made up is refused, also where the database has no such day", async () => {
  const id = newId("svy");
  for (const position of [
    ["0000-01-01T00:00:00Z", id],
    ["2026-03-01T09:30:00Z", id, { asked: "many" }],
    ["2026-03-01T09:30:00Z"],
  ])
    await expect(listFrom(...position)).rejects.toMatchObject({ reason: "page.bad_cursor" });
});
