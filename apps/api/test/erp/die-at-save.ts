/**
 * Loaded before the ERP (`--import`): kills it at its first save of the kind that DIE_AT_SAVE names, at the moment that it names
 * (`feed:written`). Saves are told apart by what they change in the books.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** In the middle of writing; all is written and not yet in its place; in its place, and nothing has been done since. */
export const moments = ["torn", "written", "placed"] as const;
/** What is learned from a page, with the place behind it: of the copy, of the feed. A note of the warehouse; a batch, and its answer. */
export const saves = ["copy", "feed", "note", "batch", "answer"] as const;

type Books = {
  notes: object;
  batch: unknown;
  levels: object;
  places: { copy: string | null; feed: string | null };
};
type Save = (typeof saves)[number];

const [dieAt, moment] = (process.env["DIE_AT_SAVE"] ?? "").split(":");
const rename = fs.renameSync;
if (dieAt !== "") {
  fs.renameSync = renameOrDie;
  syncBuiltinESMExports();
}

function renameOrDie(from: fs.PathLike, to: fs.PathLike): void {
  const isTheOne =
    String(to).endsWith("/books.json") && saveOf(booksIn(to), booksIn(from)) === dieAt;
  if (isTheOne && moment === "torn") fs.truncateSync(from, Math.floor(fs.statSync(from).size / 2));
  if (isTheOne && moment !== "placed") die();
  rename(from, to);
  if (isTheOne) die();
}

function saveOf(old: Books | undefined, next: Books | undefined): Save | undefined {
  if (old === undefined || next === undefined) return undefined;
  if (old.places.copy !== next.places.copy) return "copy";
  if (old.places.feed !== null && old.places.feed !== next.places.feed) return "feed";
  if (Object.keys(old.notes).length !== Object.keys(next.notes).length) return "note";
  if (old.batch === null && next.batch !== null) return "batch";
  if (old.batch !== null && next.batch === null) return "answer";
  return undefined;
}

function booksIn(path: fs.PathLike): Books | undefined {
  return fs.existsSync(path) ? (JSON.parse(fs.readFileSync(path, "utf8")) as Books) : undefined;
}

function die(): void {
  process.kill(process.pid, "SIGKILL");
}
