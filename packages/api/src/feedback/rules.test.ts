import { expect, test } from "vitest";
import { dueAfterCart, dueAfterOrder, expiryOf, pauseBegan } from "./rules.ts";

const at = "2026-03-01T12:00:00.000Z";
const event = (type: string, state: string) => ({ type, data: { state }, occurredAt: at });

test.each([
  ["it has arrived", event("order.delivered", "delivered"), "2026-03-04T12:00:00.000Z"],
  ["its last parcel left", event("order.fulfilled", "fulfilled"), "2026-03-11T12:00:00.000Z"],
  ["a parcel of several left", event("order.fulfilled", "partly_fulfilled"), undefined],
  ["it was paid", event("order.paid", "paid"), undefined],
])("of an order: %s", (_, one, due) => {
  expect(dueAfterOrder(one, 72)?.toISOString()).toBe(due);
});

test("of a cart: so long after its last change", () => {
  expect(dueAfterCart(at, 24).toISOString()).toBe("2026-03-02T12:00:00.000Z");
});

test("a link is good for a month, and nobody is asked again before the pause is over", () => {
  expect(expiryOf(new Date(at)).toISOString()).toBe("2026-03-31T12:00:00.000Z");
  expect(pauseBegan(new Date(at), 30).toISOString()).toBe("2026-01-30T12:00:00.000Z");
});
