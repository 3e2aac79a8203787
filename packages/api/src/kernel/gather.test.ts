import { expect, it } from "vitest";
import { gather } from "./gather.ts";

/** Until what was just answered has led to the next read. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A reader whose reads end when told. */
function slowReader(maxBatch: number) {
  const batches: number[][] = [];
  const ends: { done(): void; fail(): void }[] = [];
  const ask = gather<number, string>(maxBatch, (batch) => {
    batches.push([...batch]);
    return new Promise((resolve, reject) => {
      ends.push({
        done: () => resolve(batch.map((n) => `answer ${n}`)),
        fail: () => reject(new Error("gone")),
      });
    });
  });
  return { batches, ends, ask };
}

it("asks at once, and gathers what is asked meanwhile", async () => {
  const { batches, ends, ask } = slowReader(2);
  const answers = [1, 2, 3, 4].map(ask);
  expect(batches).toEqual([[1]]);
  ends[0]?.done();
  await settled();
  ends[1]?.done();
  await settled();
  ends[2]?.done();
  expect(await Promise.all(answers)).toEqual(["answer 1", "answer 2", "answer 3", "answer 4"]);
  expect(batches).toEqual([[1], [2, 3], [4]]);
});

it("a read that fails fails those who asked, and the next goes on", async () => {
  const { ends, ask } = slowReader(10);
  const [first, second] = [ask(1), ask(2)];
  ends[0]?.fail();
  await expect(first).rejects.toThrow("gone");
  await settled();
  ends[1]?.done();
  expect(await second).toBe("answer 2");
});
