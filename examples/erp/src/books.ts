/**
 * What the ERP knows, in one file that is replaced whole: what changes together is saved together. Its own figure of a level
 * is never stored: it is what the shop last said, plus the movements that the shop has not answered yet. So the two can't
 * come apart.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { readJson, replaceJson } from "./file.ts";

/** As the shop says it; `version` rises with each change. */
export type Level = { variantId: string; onHand: number; version: number };
export type Movement = { variantId: string; delta: number };

type Item = Level & { covers: number };
/** Levels as they are to be. `version`: what they were worked out from; `covers`: how many movements are in it. */
export type Batch = { key: string; madeAt: string; items: Item[] };
/** `version`: the shop has it so; `again`: it changed there meanwhile; else why the shop will not have it. */
export type Outcome = { version: number } | "again" | { refusal: string };

/** How far the event feed was read, and the copy with which it begins. */
export type Places = { feed: string | null; copy: string | null | "done" };

type State = {
  levels: Record<string, Omit<Level, "variantId">>;
  /** By variant, in the order in which they were made. */
  waiting: Record<string, number[]>;
  setAside: (Movement & { why: string })[];
  /** When each note was taken in. */
  notes: Record<string, string>;
  batch: Batch | null;
  places: Places;
};

const nothing: State = {
  levels: {},
  waiting: {},
  setAside: [],
  notes: {},
  batch: null,
  places: { feed: null, copy: null },
};

export class Books {
  readonly #path: string;
  readonly #state: State;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#path = join(folder, "books.json");
    this.#state = readJson<State>(this.#path) ?? structuredClone(nothing);
  }

  /** What was done in the warehouse. The same note twice is one. */
  takeIn(note: string, movements: readonly Movement[]): void {
    const { notes, waiting } = this.#state;
    if (notes[note] !== undefined) return;
    notes[note] = new Date().toISOString();
    for (const { variantId, delta } of movements) (waiting[variantId] ??= []).push(delta);
    this.#save();
  }

  /** The batch that has no answer yet, or a new one, which is saved before anybody can send it. */
  batch(size: number): Batch | null {
    const { waiting, batch } = this.#state;
    if (batch !== null) return batch;
    const items = Object.entries(waiting)
      .map(([variantId, deltas]) => this.#item(variantId, deltas))
      .filter(({ onHand }) => onHand >= 0)
      .slice(0, size);
    if (items.length === 0) return null;
    const madeAt = new Date().toISOString();
    this.#state.batch = { key: crypto.randomUUID(), madeAt, items };
    this.#save();
    return this.#state.batch;
  }

  /** What became of each item of the batch, and what there is now where the shop was faster. */
  settle(outcomes: readonly Outcome[], levels: readonly Level[]): void {
    const { batch } = this.#state;
    for (const [index, item] of (batch?.items ?? []).entries()) {
      const outcome = outcomes[index] ?? "again";
      if (outcome === "again") continue;
      const movements = this.#take(item.variantId, item.covers);
      if ("version" in outcome) this.#keep([{ ...item, version: outcome.version }]);
      else this.#setAside(item.variantId, movements, outcome.refusal);
    }
    this.#keep(levels);
    this.#state.batch = null;
    this.#save();
  }

  /** Of what more is to be taken than there is, as far as is known here. */
  short(): string[] {
    return Object.entries(this.#state.waiting)
      .filter(([variantId, deltas]) => this.#item(variantId, deltas).onHand < 0)
      .map(([variantId]) => variantId);
  }

  /** Sets aside what takes more than there is, by the shop's present word. */
  setShortAside(levels: readonly Level[]): void {
    this.#keep(levels);
    for (const variantId of this.short()) {
      const movements = this.#take(variantId, Infinity);
      this.#setAside(variantId, movements, "inventory.below_held");
    }
    this.#save();
  }

  /** What the shop says, and how far it was read. */
  learn(levels: readonly Level[], places: Partial<Places>): void {
    this.#keep(levels);
    Object.assign(this.#state.places, places);
    this.#save();
  }

  get places(): Readonly<Places> {
    return this.#state.places;
  }

  /** The ERP's own figures, by variant. */
  onHand(): Map<string, number> {
    const { levels, waiting } = this.#state;
    const variantIds = new Set([...Object.keys(levels), ...Object.keys(waiting)]);
    return new Map(
      [...variantIds].map((id) => [id, this.#item(id, waiting[id] ?? []).onHand] as const),
    );
  }

  /** How many movements the shop has not answered yet. */
  get waitingCount(): number {
    return Object.values(this.#state.waiting).flat().length;
  }

  get setAside(): readonly (Movement & { why: string })[] {
    return this.#state.setAside;
  }

  #item(variantId: string, deltas: readonly number[]): Item {
    const { onHand, version } = this.#state.levels[variantId] ?? { onHand: 0, version: 0 };
    const sum = deltas.reduce((total, delta) => total + delta, onHand);
    return { variantId, onHand: sum, version, covers: deltas.length };
  }

  /** What is older than what is known is dropped: answers and events may come in any order, and twice. */
  #keep(levels: readonly Level[]): void {
    for (const { variantId, onHand, version } of levels) {
      const known = this.#state.levels[variantId]?.version ?? 0;
      if (version > known) this.#state.levels[variantId] = { onHand, version };
    }
  }

  #take(variantId: string, count: number): number[] {
    const { waiting } = this.#state;
    const deltas = waiting[variantId] ?? [];
    const taken = deltas.splice(0, count);
    if (deltas.length === 0) delete waiting[variantId];
    return taken;
  }

  /** Where the shop can't spare what is taken, what came in goes on. */
  #setAside(variantId: string, deltas: readonly number[], why: string): void {
    const { waiting, setAside } = this.#state;
    const goesOn = why === "inventory.below_held" ? deltas.filter((delta) => delta > 0) : [];
    if (goesOn.length > 0) waiting[variantId] = [...goesOn, ...(waiting[variantId] ?? [])];
    for (const delta of deltas.filter((one) => !goesOn.includes(one))) {
      setAside.push({ variantId, delta, why });
    }
  }

  #save(): void {
    replaceJson(this.#path, this.#state);
  }
}
