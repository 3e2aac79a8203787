/**
 * Devices that click, lose their connection, send late, send twice and forget the answer, against a
 * model in which every unit is a thing of its own: who added it, and who that had seen it removed it.
 */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Counter } from "../contract.ts";
import { compactCounter, isSameCounter, quantityOf } from "./counter.ts";
import { decide, type Intent } from "./intent.ts";

const variantId = "var_00000000000000000000000001";
const names = ["device-phone", "device-laptop", "device-tablet"] as const;

type Sent = { seq: number; intent: Intent; units: readonly string[]; kind: Kind };
type Wish = { type: "add" | "set"; quantity: number } | { type: "remove" };
type Kind = "add" | "remove" | "lower";

type Device = { base: Counter; baseVersion: number; pending: Sent[]; sent: Sent[] };
type Real = {
  server: { counter: Counter; version: number; answered: Set<string> };
  devices: Device[];
};
/** Of each unit that reached the server: still there, gone, or one of those of which some were taken. */
type Model = {
  units: Map<string, "there" | "gone" | "some">;
  /** By device: units that it has seen and not removed itself. */
  views: Set<string>[];
  made: number;
  /**
   * Units that were set by devices whose earlier operations had no answer yet. Their own units have no name then,
   * so one that another device removed meanwhile can't be told from one that is still to come: it is set anew.
   */
  setBlindly: number;
};

const facts = (counter: Counter) => ({
  counter,
  exists: true,
  isSoldHere: true,
  available: null,
  hasRoom: true,
  region: "eu" as const,
});

/** What the device shows: the server's last answer and everything since, as the storefront does it. */
function shown({ base, pending }: Device, device: string): Counter {
  let counter = base;
  for (const { intent } of pending)
    counter = decide(intent, facts(counter), { device, version: 0 }).counter;
  return counter;
}

class Click implements fc.Command<Model, Real> {
  readonly at: number;
  readonly wish: Wish;
  constructor(at: number, wish: Wish) {
    this.at = at;
    this.wish = wish;
  }
  check = () => true;
  run(model: Model, { devices }: Real) {
    const device = devices[this.at]!;
    const observed = shown(device, names[this.at]!);
    const seen = quantityOf(observed);
    const intent: Intent =
      this.wish.type === "add"
        ? { ...this.wish, type: "add", variantId }
        : { ...this.wish, variantId, observed };
    const more =
      this.wish.type === "remove" ? 0 : this.wish.quantity - (this.wish.type === "set" ? seen : 0);
    if (this.wish.type === "set" && device.pending.length > 0)
      model.setBlindly += this.wish.quantity;
    const kind: Kind = this.wish.type === "remove" ? "remove" : more < 0 ? "lower" : "add";
    const view = model.views[this.at]!;
    const units =
      kind === "add"
        ? Array.from({ length: more }, () => `${names[this.at]} ${model.made++}`)
        : [...view];
    device.pending.push({ seq: device.sent.length + device.pending.length, intent, units, kind });
    if (kind === "add") for (const unit of units) view.add(unit);
    if (kind === "remove") view.clear();
  }
  toString = () => `${names[this.at]} clicks ${JSON.stringify(this.wish)}`;
}

/** The first operations that have no answer arrive, some of them twice; whether their answer does is another matter. */
class Arrive implements fc.Command<Model, Real> {
  readonly at: number;
  readonly count: number;
  readonly isRepeated: boolean;
  constructor(at: number, count: number, isRepeated: boolean) {
    this.at = at;
    this.count = count;
    this.isRepeated = isRepeated;
  }
  check = () => true;
  run(model: Model, real: Real) {
    const device = real.devices[this.at]!;
    // What arrived before is done already, also where it left no trace (an add and its removal).
    const isAlone =
      real.server.version === device.baseVersion &&
      device.pending.every(({ seq }) => !real.server.answered.has(`${names[this.at]} ${seq}`));
    const batch = device.pending.slice(0, this.count);
    const expected = quantityOf(shown({ ...device, pending: batch }, names[this.at]!));
    deliver(model, real, this.at, [...(this.isRepeated ? device.sent : []), ...batch]);
    if (isAlone) cameTrue(real, expected);
    if (this.isRepeated) deliver(model, real, this.at, batch);
    agree(model, real);
  }
  toString = () => `${this.count} of ${names[this.at]} arrive${this.isRepeated ? " twice" : ""}`;
}

function deliver(model: Model, { server }: Real, at: number, batch: readonly Sent[]): void {
  const device = names[at]!;
  const writer = { device, version: server.version + 1 };
  let { counter } = server;
  for (const { seq, intent, units, kind } of batch) {
    if (server.answered.has(`${device} ${seq}`)) continue;
    server.answered.add(`${device} ${seq}`);
    counter = decide(intent, facts(counter), writer).counter;
    for (const unit of units) {
      const state = model.units.get(unit);
      if (kind === "add") model.units.set(unit, "there");
      else if (kind === "remove") model.units.set(unit, "gone");
      else if (state === "there") model.units.set(unit, "some");
    }
  }
  counter = compactCounter(counter, writer.version);
  if (!isSameCounter(counter, server.counter)) server.version++;
  server.counter = counter;
}

/** The answer reaches the device: what the server has, and which of its operations it knows. */
class Answer implements fc.Command<Model, Real> {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
  check = () => true;
  run(model: Model, { server, devices }: Real) {
    const device = devices[this.at]!;
    const isKnown = ({ seq }: Sent) => server.answered.has(`${names[this.at]} ${seq}`);
    device.sent.push(...device.pending.filter(isKnown));
    device.pending = device.pending.filter((sent) => !isKnown(sent));
    device.base = server.counter;
    device.baseVersion = server.version;
    const view = new Set([...model.units].flatMap(([u, state]) => (state === "gone" ? [] : [u])));
    for (const { kind, units } of device.pending) {
      if (kind === "add") for (const unit of units) view.add(unit);
      if (kind === "remove") for (const unit of units) view.delete(unit);
    }
    model.views[this.at] = view;
  }
  toString = () => `${names[this.at]} hears`;
}

/** With nobody in between, what the device showed is what it got. */
function cameTrue({ server }: Real, expected: number): void {
  expect(quantityOf(server.counter)).toBe(expected);
}

function agree({ units, setBlindly }: Model, { server }: Real): void {
  const states = [...units.values()];
  const there = states.filter((state) => state === "there").length;
  const some = states.filter((state) => state === "some").length;
  // No lost add: all that nobody removed or lowered is there. No resurrection: nothing else is.
  expect(quantityOf(server.counter)).toBeGreaterThanOrEqual(there);
  expect(quantityOf(server.counter)).toBeLessThanOrEqual(there + some + setBlindly);
}

const at = fc.nat(names.length - 1);
const quantity = fc.integer({ min: 1, max: 9 });
const commands = [
  fc.tuple(at, quantity).map(([at, n]) => new Click(at, { type: "add", quantity: n })),
  fc.tuple(at, quantity).map(([at, n]) => new Click(at, { type: "set", quantity: n })),
  at.map((at) => new Click(at, { type: "remove" })),
  fc
    .tuple(at, fc.integer({ min: 1, max: 4 }), fc.boolean())
    .map(([at, count, isRepeated]) => new Arrive(at, count, isRepeated)),
  at.map((at) => new Answer(at)),
];

test("devices that were apart agree in the end; no add is lost, nothing removed comes back", () => {
  fc.assert(
    fc.property(fc.commands(commands, { maxCommands: 60 }), (steps) => {
      const real: Real = {
        server: { counter: {}, version: 1, answered: new Set() },
        devices: names.map(() => ({ base: {}, baseVersion: 1, pending: [], sent: [] })),
      };
      const model: Model = {
        units: new Map(),
        views: names.map(() => new Set()),
        made: 0,
        setBlindly: 0,
      };
      fc.modelRun(() => ({ model, real }), steps);
      for (const index of names.keys()) new Arrive(index, Infinity, true).run(model, real);
      for (const index of names.keys()) new Answer(index).run(model, real);
      for (const [index, device] of real.devices.entries())
        expect(shown(device, names[index]!)).toEqual(real.server.counter);
    }),
    { numRuns: 300 },
  );
});
