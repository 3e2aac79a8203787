import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SendState } from "#features/cart/batches.ts";
import type { PendingIntent } from "#features/cart/intents.ts";

type Next = (state: SendState | undefined) => SendState;
const update = vi.hoisted(() => vi.fn<(key: string, next: Next) => Promise<void>>());
vi.mock("idb-keyval", () => ({ update, createStore: () => undefined }));

const press: PendingIntent = {
  id: "1",
  intent: { type: "add", variantId: "var_1", quantity: 1 },
};
const failsWith = (name: string) => () => Promise.reject(new DOMException("", name));

/** As a page has it that was just opened. */
async function openPage() {
  vi.resetModules();
  return await import("./send-state.ts");
}

let kept: SendState | undefined;
beforeEach(() => {
  kept = undefined;
  update.mockImplementation((_key, next) => {
    kept = next(kept);
    return Promise.resolve();
  });
});
afterEach(() => update.mockReset());

test("a page that may keep nothing sends each press once, under a name of its own", async () => {
  update.mockImplementation(failsWith("UnknownError"));
  const { takeBatch, settleBatch } = await openPage();
  const batch = await takeBatch("device", [press]);
  expect(batch).toMatchObject({ operations: [press.intent] });
  expect(batch?.device).not.toBe("device");
  expect(await takeBatch("device", [press])).toEqual(batch);
  await settleBatch(batch!);
  expect(await takeBatch("device", [press])).toBeNull();
});

test("where the disk is full in the middle, what is answered is not sent again", async () => {
  const { takeBatch, settleBatch } = await openPage();
  const batch = await takeBatch("device", [press]);
  expect(batch?.device).toBe("device");
  update.mockImplementation(failsWith("QuotaExceededError"));
  await settleBatch(batch!);
  expect(await takeBatch("device", [press])).toBeNull();
  const later = await takeBatch("device", [press, { ...press, id: "2" }]);
  expect(later).toMatchObject({ intents: [{ id: "2" }] });
});

/** As idb-keyval does: what is kept has been read when there turns out to be no room. */
const readsAndFails = (_key: string, next: Next) => {
  next(kept);
  return Promise.reject(new DOMException("", "QuotaExceededError"));
};

test("where the disk is full in the middle, what is under way goes again under its own numbers", async () => {
  const { takeBatch, settleBatch } = await openPage();
  const batch = await takeBatch("device", [press]);
  update.mockImplementation(readsAndFails);
  expect(await takeBatch("device", [press])).toEqual(batch);
  await settleBatch(batch!);
  const later = await takeBatch("device", [press, { ...press, id: "2" }]);
  expect(later).toMatchObject({ intents: [{ id: "2" }] });
  expect(later?.device).not.toBe("device");
});

test("what worked before is tried again also in a page that was just opened, but not for ever", async () => {
  const texts = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => texts.set(key, text),
  });
  const batch = await (await openPage()).takeBatch("device", [press]);
  update.mockImplementationOnce(failsWith("UnknownError"));
  const { takeBatch } = await openPage();
  await expect(takeBatch("device", [press])).rejects.toThrow();
  expect(await takeBatch("device", [press])).toEqual(batch);
  update.mockImplementation(failsWith("UnknownError"));
  for (let time = 0; time < 5; time++) await expect(takeBatch("device", [press])).rejects.toThrow();
  expect(await takeBatch("device", [press])).not.toBeNull();
  vi.unstubAllGlobals();
});

test("a page without a database goes on after a reload where it was", async () => {
  const texts = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => texts.set(key, text),
  });
  update.mockImplementationOnce(failsWith("QuotaExceededError"));
  const before = await openPage();
  const batch = await before.takeBatch("device", [press]);
  const after = await openPage();
  expect(await after.takeBatch("device", [press])).toEqual(batch);
  vi.unstubAllGlobals();
});

test("what fails for a moment is tried again under the same numbers", async () => {
  const { takeBatch } = await openPage();
  const batch = await takeBatch("device", [press]);
  update.mockImplementationOnce(failsWith("InvalidStateError"));
  await expect(takeBatch("device", [press])).rejects.toThrow();
  expect(await takeBatch("device", [press])).toEqual(batch);
});
