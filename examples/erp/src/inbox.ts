import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Books, Movement } from "./books.ts";

const lookMs = 100;

/**
 * Takes in what scanners and tills of the warehouse lay down as files, one a note, for as long as the process lives. A note
 * is in the books before its file goes; its name makes sure that it counts once.
 */
export async function takeInForever(books: Books, folder: string) {
  mkdirSync(folder, { recursive: true });
  for (;;) {
    const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
    for (const name of names.toSorted()) takeIn(books, folder, name);
    await delay(lookMs);
  }
}

function takeIn(books: Books, folder: string, name: string): void {
  const path = join(folder, name);
  const movements = readNote(readFileSync(path, "utf8"));
  if (movements === undefined) {
    console.error(`${path} is no list of {"variantId", "delta"}`);
    return renameSync(path, `${path}.unreadable`);
  }
  books.takeIn(name, movements);
  rmSync(path);
}

function readNote(text: string): Movement[] | undefined {
  try {
    const note = JSON.parse(text) as Movement[];
    return note.every(isMovement) ? note : undefined;
  } catch {
    return undefined;
  }
}

function isMovement({ variantId, delta }: Partial<Movement>): boolean {
  return typeof variantId === "string" && Number.isInteger(delta);
}
