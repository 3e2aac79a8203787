import { exportJWK, generateKeyPair } from "jose";
import { expect, test } from "vitest";
import { SigningKeys } from "./signing-keys.ts";

const minutes = 60_000;

/** Keys in a table that counts how often it is read. */
async function table(...kids: string[]) {
  const { publicKey } = await generateKeyPair("EdDSA", { crv: "Ed25519" });
  const jwk = (await exportJWK(publicKey)) as Record<string, unknown>;
  const found = { reads: 0, kids, now: 0, isAway: false };
  const keys = new SigningKeys(
    async () => {
      found.reads++;
      if (found.isAway) throw new Error("out of reach");
      return found.kids.map((kid) => ({ kid, alg: "EdDSA", jwk }));
    },
    () => found.now,
  );
  return { keys, found };
}

test("a thousand who ask for a new key at once read the table once", async () => {
  const { keys, found } = await table("a");
  const all = await Promise.all(Array.from({ length: 1_000 }, () => keys.find("a")));
  expect(all.every((key) => key !== undefined)).toBe(true);
  expect(found.reads).toBe(1);
});

test("made-up key ids read the table once a second, not once each", async () => {
  const { keys, found } = await table("a");
  for (let n = 0; n < 500; n++) {
    found.now += 10;
    expect(await keys.find(`made-up-${n}`)).toBeUndefined();
  }
  expect(found.reads).toBeLessThanOrEqual(5);
  expect(await keys.find("a")).toBeDefined();
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
