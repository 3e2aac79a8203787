import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { testContext } from "../../testing/context.ts";
import { defineEvent, emit, event, type NewEvent } from "./outbox.ts";
import { inSavepoint, inTransaction, type TransactionContext } from "./transaction.ts";

const database = await testDatabase();
const db = createClient(database.url);
afterAll(() => db.$client.end());

const changed = defineEvent("cart.changed", "cart", z.object({}));

/** A context, and what its process was told: after each commit, how many events were already visible. */
function observed() {
  const told: { ids: string[]; visible: Promise<number> }[] = [];
  const countRows = async () => (await db.$client`select from outbox`).count;
  const nudge = (events: readonly NewEvent[] = []) => {
    told.push({ ids: events.map(({ aggregateId }) => aggregateId), visible: countRows() });
  };
  return { ctx: testContext(db, { nudge }), told };
}

const tell = (tx: TransactionContext, id: string) => emit(tx, [event(changed, id, 1, {})]);

test("the process is told once of all events, when they are committed", async () => {
  const { ctx, told } = observed();
  await inTransaction(ctx, async (tx) => {
    await tell(tx, "cart_a");
    await inTransaction(tx, (inner) => tell(inner, "cart_b"));
    await inSavepoint(tx, (inner) => tell(inner, "cart_c"));
    expect(told).toEqual([]);
  });
  expect(told.map(({ ids }) => ids)).toEqual([["cart_a", "cart_b", "cart_c"]]);
  expect(await told[0]?.visible).toBe(3);
});

test("nobody is told of what was undone", async () => {
  const { ctx, told } = observed();
  const failing = inTransaction(ctx, async (tx) => {
    await tell(tx, "cart_d");
    throw new Error("undo");
  });
  await expect(failing).rejects.toThrow("undo");
  expect(told).toEqual([]);
});
