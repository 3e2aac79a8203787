import { expect, test } from "vitest";
import { DomainError } from "../errors.ts";
import { Lane } from "./lane.ts";

/** A lane whose batches end when told; each is noted as it begins. */
function heldBack() {
  const batches: number[][] = [];
  const ends: (() => void)[] = [];
  const lane = new Lane<number, number>(async (batch) => {
    batches.push([...batch]);
    await new Promise<void>((resolve) => ends.push(resolve));
    return batch.map((n) => n * 2);
  });
  return { lane, batches, endNext: () => ends.shift()?.() };
}
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);
const lost = () => Object.assign(new Error("cut"), { code: "CONNECTION_CLOSED" });

test("one alone goes at once; what comes meanwhile goes together, in its order, at most 256", async () => {
  const { lane, batches, endNext } = heldBack();
  const answers = Promise.all(upTo(300).map((n) => lane.ask(n)));
  expect(batches).toEqual([[0]]);
  for (let batch = 0; batch < 3; batch++) {
    endNext();
    await new Promise(setImmediate);
  }
  expect(batches.map((batch) => batch.length)).toEqual([1, 256, 43]);
  expect(await answers).toEqual(upTo(300).map((n) => n * 2));
});

test("a refusal is one caller's own", async () => {
  const refusal = new DomainError("conflict", "inventory.out_of_stock", { message: "gone" });
  const lane = new Lane<number, number>(async (batch) => batch.map((n) => (n === 1 ? refusal : n)));
  const results = await Promise.allSettled([0, 1, 2].map((n) => lane.ask(n)));
  expect(results.map((r) => (r.status === "fulfilled" ? r.value : r.reason))).toEqual([
    0,
    refusal,
    2,
  ]);
});

test("one that spoils its batch fails alone", async () => {
  const lane = new Lane<number, number>(async (batch) => {
    if (batch.includes(77)) throw new Error("poison");
    return batch.map((n) => n);
  });
  const results = await Promise.allSettled(upTo(200).map((n) => lane.ask(n)));
  const failed = results.flatMap((r, n) => (r.status === "rejected" ? [n] : []));
  expect(failed).toEqual([77]);
});

test("a batch whose connection was cut runs again; in an outage all are refused, and nobody is tried alone", async () => {
  const batches: number[] = [];
  let cuts = 1;
  const lane = new Lane<number, number>(async (batch) => {
    batches.push(batch.length);
    if (cuts-- > 0) throw lost();
    return batch.map((n) => n);
  });
  expect(await lane.ask(5)).toBe(5);
  expect(batches).toEqual([1, 1]);
  cuts = Number.POSITIVE_INFINITY;
  const results = await Promise.allSettled(upTo(10).map((n) => lane.ask(n)));
  expect(results.every((r) => r.status === "rejected")).toBe(true);
  expect(batches.slice(2).length).toBeLessThan(10);
});

test("more than it can serve soon is refused at once, and told when to come back", async () => {
  const { lane, endNext } = heldBack();
  const asked = upTo(5_000).map((n) => lane.ask(n));
  const results = Promise.allSettled(asked);
  await expect(asked.at(-1)).rejects.toMatchObject({ kind: "unavailable", retryAfterSeconds: 1 });
  for (let batch = 0; batch < 30; batch++) {
    endNext();
    await new Promise(setImmediate);
  }
  const served = (await results).filter((r) => r.status === "fulfilled");
  expect(served).toHaveLength(1 + 4_096);
});
