import { exportJWK, generateKeyPair } from "jose";
import { expect, test } from "vitest";
import { SigningKeys } from "./signing-keys.ts";

const minutes = 60_000;

/** Keys in a table that notes when it is read; who waits makes the time go on. */
async function table(...kids: string[]) {
  const { publicKey } = await generateKeyPair("EdDSA", { crv: "Ed25519" });
  const jwk = (await exportJWK(publicKey)) as Record<string, unknown>;
  const found = { reads: [] as number[], kids, now: 0, isAway: false, answers: Promise.resolve() };
  const keys = new SigningKeys(
    async () => {
      found.reads.push(found.now);
      if (found.isAway) throw new Error("out of reach");
      const listed = found.kids.map((kid) => ({ kid, alg: "EdDSA", jwk }));
      await found.answers;
      return listed;
    },
    () => found.now,
    async (ms) => void (found.now += ms),
  );
  return { keys, found };
}

test("a thousand who ask for a new key at once read the table once", async () => {
  const { keys, found } = await table("a");
  const all = await Promise.all(Array.from({ length: 1_000 }, () => keys.find("a")));
  expect(all.every((key) => key !== undefined)).toBe(true);
  expect(found.reads).toHaveLength(1);
});

test("made-up key ids read the table four times a second, not once each", async () => {
  const { keys, found } = await table("a");
  for (let n = 0; n < 100; n++) {
    found.now += 10;
    const some = Array.from({ length: 5 }, (_, k) => keys.find(`made-up-${n}-${k}`));
    const keysFound = await Promise.all(some);
    expect(keysFound.every((key) => key === undefined)).toBe(true);
  }
  const pauses = found.reads.slice(1).map((at, n) => at - (found.reads[n] ?? 0));
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(250);
  expect(await keys.find("a")).toBeDefined();
});

test("a key that signs for the first time while the table is being read is found", async () => {
  const { keys, found } = await table("a");
  const answers = Promise.withResolvers<void>();
  found.answers = answers.promise;
  const first = keys.find("a");
  await new Promise(setImmediate);
  expect(found.reads).toHaveLength(1);
  found.kids = ["a", "b"];
  const second = keys.find("b");
  answers.resolve();
  expect(await first).toBeDefined();
  expect(await second).toBeDefined();
});

test("so is one that signs for the first time right after", async () => {
  const { keys, found } = await table("a");
  await keys.find("a");
  found.kids = ["a", "b"];
  found.now += 5;
  expect(await keys.find("b")).toBeDefined();
});

test("a key that was added is found, one that was taken away is forgotten", async () => {
  const { keys, found } = await table("a");
  await keys.find("a");
  found.kids = ["b"];
  found.now += 2_000;
  expect(await keys.find("b")).toBeDefined();
  expect(await keys.find("a")).toBeUndefined();
});

test("known keys are read anew behind an answer, and are good while the table is away", async () => {
  const { keys, found } = await table("a");
  await keys.find("a");
  found.now += 6 * minutes;
  found.isAway = true;
  expect(await keys.find("a")).toBeDefined();
  await expect(keys.find("b")).rejects.toThrow("out of reach");
  found.isAway = false;
  found.kids = ["a", "b"];
  expect(await keys.find("b")).toBeDefined();
});
