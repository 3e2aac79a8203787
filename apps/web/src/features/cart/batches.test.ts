import { expect, test } from "vitest";
import { newSendState, withBatch, withoutBatch, type Batch, type SendState } from "./batches.ts";
import type { PendingIntent } from "./intents.ts";

const teapot = "var_00000000000000000000000001";
const click = (id: string): PendingIntent => ({
  id,
  intent: { type: "add", variantId: teapot, quantity: 1 },
});
const empty = newSendState("device-of-this-browser");

function batchOf({ batch }: SendState): Batch {
  if (!batch) throw new Error("nothing is under way");
  return batch;
}

test("what is under way stays it, with its numbers, whatever is clicked meanwhile", () => {
  const sent = withBatch(empty, [click("a")], 7);
  const again = withBatch(sent, [click("a"), click("b")], 9);
  expect(again).toBe(sent);
  expect(batchOf(again).operations).toMatchObject([{ seq: 7, quantity: 1 }]);
});

test("a tab that does not see yet what was answered sends it no second time", () => {
  const sent = withBatch(empty, [click("a"), click("b")], 7);
  const settled = withoutBatch(sent, batchOf(sent));
  expect(withBatch(settled, [click("a"), click("b")], 8).batch).toBeNull();
  const next = withBatch(settled, [click("b"), click("c")], 8);
  expect(batchOf(next).intents.map(({ id }) => id)).toEqual(["c"]);
});

test("no number is given twice: not when the clock is set back, not when the state is lost", () => {
  const sent = withBatch(empty, [click("a")], 1000);
  const settled = withoutBatch(sent, batchOf(sent));
  expect(batchOf(withBatch(settled, [click("b")], 10)).operations[0]?.seq).toBe(1001);
  expect(batchOf(withBatch(empty, [click("b")], 1001)).operations[0]?.seq).toBe(1001);
});

test("a late answer to a batch that was settled before leaves the one under way", () => {
  const first = withBatch(empty, [click("a")], 1);
  const second = withBatch(withoutBatch(first, batchOf(first)), [click("b")], 2);
  expect(withoutBatch(second, batchOf(first)).batch).toEqual(second.batch);
});

test("more than fits goes in turns, and in order", () => {
  const clicks = Array.from({ length: 130 }, (_, index) => click(String(index).padStart(3, "0")));
  const first = withBatch(empty, clicks, 1);
  const second = withBatch(withoutBatch(first, batchOf(first)), clicks, 2);
  expect(batchOf(first).operations).toMatchObject([{ quantity: 100 }]);
  expect(batchOf(second).operations).toMatchObject([{ quantity: 30 }]);
});
