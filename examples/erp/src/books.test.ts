import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { Books } from "./books.ts";

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "meridian-books-"));
  folders.push(folder);
});
/** As the next process finds them. */
const opened = () => new Books(folder);
const pot = (onHand: number, version: number) => ({ variantId: "pot", onHand, version });
const moved = (delta: number) => ({ variantId: "pot", delta });

test("a note counts once, and a batch is the same until it is answered", () => {
  opened().learn([pot(10, 3)], { feed: "e:1" });
  opened().takeIn("note-1", [moved(5), moved(-1)]);
  opened().takeIn("note-1", [moved(5), moved(-1)]);
  const batch = opened().batch(10);
  expect(batch?.items).toEqual([{ ...pot(14, 3), covers: 2 }]);
  opened().takeIn("note-2", [moved(1)]);
  expect(opened().batch(10)).toEqual(batch);
  opened().settle([{ version: 4 }], []);
  expect(opened().batch(10)?.items).toEqual([{ ...pot(15, 4), covers: 1 }]);
  expect(opened().onHand()).toEqual(new Map([["pot", 15]]));
});

test("half a file that a kill has left behind is nobody's", () => {
  opened().learn([pot(10, 3)], {});
  writeFileSync(join(folder, "books.json.next"), '{"levels":{"pot":{"onH');
  expect(opened().onHand()).toEqual(new Map([["pot", 10]]));
  opened().takeIn("note-1", [moved(1)]);
  expect(opened().onHand()).toEqual(new Map([["pot", 11]]));
});

test("what the shop changed meanwhile comes first, and ours is worked out anew from it", () => {
  opened().takeIn("note-1", [moved(5)]);
  expect(opened().batch(10)?.items).toEqual([{ ...pot(5, 0), covers: 1 }]);
  opened().settle(["again"], [pot(7, 2)]);
  expect(opened().batch(10)?.items).toEqual([{ ...pot(12, 2), covers: 1 }]);
  opened().learn([pot(6, 1)], {});
  expect(opened().onHand()).toEqual(new Map([["pot", 12]]));
});

test("what takes stock that is promised is set aside; what came in goes on", () => {
  opened().learn([pot(10, 3)], {});
  opened().takeIn("note-1", [moved(-4), moved(2)]);
  opened().batch(10);
  opened().settle([{ refusal: "inventory.below_held" }], []);
  expect(opened().setAside).toEqual([{ ...moved(-4), why: "inventory.below_held" }]);
  expect(opened().batch(10)?.items).toEqual([{ ...pot(12, 3), covers: 1 }]);
});

test("what takes more than there is waits for the shop's present word", () => {
  opened().takeIn("note-1", [moved(-4)]);
  expect(opened().batch(10)).toBeNull();
  expect(opened().short()).toEqual(["pot"]);
  opened().setShortAside([pot(5, 1)]);
  expect(opened().batch(10)?.items).toEqual([{ ...pot(1, 1), covers: 1 }]);
  opened().settle([{ version: 2 }], []);
  opened().takeIn("note-2", [moved(-4)]);
  opened().setShortAside([]);
  expect(opened().setAside).toEqual([{ ...moved(-4), why: "inventory.below_held" }]);
});

test("what nobody knows any more is set aside whole", () => {
  opened().takeIn("note-1", [moved(4), moved(-1)]);
  opened().batch(10);
  opened().settle([{ refusal: "sent a day ago, and never answered" }], [pot(9, 1)]);
  expect(opened().setAside.map(({ delta }) => delta)).toEqual([4, -1]);
  expect([opened().batch(10), opened().waitingCount]).toEqual([null, 0]);
});
