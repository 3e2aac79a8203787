/**
 * How a line's quantity came about: an observed-reset counter per device. A device's own units are
 * counted in `added`; taking units away marks units that were seen as `taken`, whoever added them.
 * Both only grow, so two states merge by the larger of each, in any order, any number of times: what is
 * taken stays taken, and an add that nobody saw can't be taken. Pure and browser-safe; the reasons are in
 * docs/adr.
 *
 * An entry's name is its device and the version of the cart that it began in. It never comes again: a
 * device whose units are all gone begins a new entry, so the old one can be dropped.
 */
import type { Counter } from "../contract.ts";
import { maxQuantity } from "../contract/limits.ts";

/** Added, taken. */
type Units = Counter[string];

/** What a device wants of one line. */
export type Change =
  | { type: "add"; quantity: number }
  | { type: "set"; quantity: number }
  | { type: "remove" };

/**
 * Who changes the line, and the version that the change makes: the name of its entry, if it needs one.
 * Version 0: the server has not answered yet, which will give the entry another name.
 */
export type Writer = { device: string; version: number };

/** More entries than this become one: a cart can't grow without end by devices that come and go. */
export const maxEntries = 16;
/** The device of units of which it is not told any more who added them. */
const anyone = "anyone";

const none: Units = [0, 0];
const left = ([added, taken]: Units): number => added - taken;

export function quantityOf(counter: Counter): number {
  return Math.min(maxQuantity, unitsOf(counter));
}

/** The device that units come from which a guest's cart brought along. */
export function mergeDevice(fromCartId: string): string {
  return `merge:${fromCartId}`;
}

/** Units of one device that were not taken. */
export function unitsFrom(counter: Counter, device: string): number {
  const own = Object.entries(counter).filter(([entry]) => deviceOf(entry) === device);
  return unitsOf(Object.fromEntries(own));
}

/** Not clamped: what is set or refused is measured against all units. */
export function unitsOf(counter: Counter): number {
  return Object.values(counter).reduce((sum, units) => sum + left(units), 0);
}

export function mergeCounters(a: Counter, b: Counter): Counter {
  const merged: Record<string, Units> = { ...a };
  for (const [entry, [added, taken]] of Object.entries(b)) {
    const known = a[entry] ?? none;
    merged[entry] = [Math.max(known[0], added), Math.max(known[1], taken)];
  }
  return merged;
}

/**
 * What is there after a device did something to what it saw.
 * @param observed the counter as the device had it; without it, the device means what is there now
 */
export function changeCounter(
  current: Counter,
  change: Change,
  writer: Writer,
  observed?: Counter,
): Counter {
  if (!observed) return mergeCounters(current, changed(current, change, writer, {}));
  const seen = seenOf(current, observed, writer.device);
  const gone = goneOf(current, observed, writer.device);
  return mergeCounters(current, changed(seen, change, writer, gone));
}

function changed(seen: Counter, change: Change, writer: Writer, gone: Counter): Counter {
  switch (change.type) {
    case "add":
      return addUnits(seen, change.quantity, writer);
    case "remove":
      return takeUnits(seen, unitsOf(seen));
    case "set": {
      const missing = change.quantity - unitsOf(seen) - unitsOf(gone);
      if (missing > 0) return addUnits(seen, missing, writer);
      const taken = takeUnits({ ...gone, ...seen }, -missing);
      return Object.fromEntries(Object.entries(taken).filter(([entry]) => !(entry in gone)));
    }
  }
}

function addUnits(counter: Counter, quantity: number, { device, version }: Writer): Counter {
  const own = Object.keys(counter).find((entry) => deviceOf(entry) === device);
  const entry = own ?? `${device}.${version}`;
  const [added, taken] = counter[entry] ?? none;
  return { ...counter, [entry]: [added + quantity, taken] };
}

/** In one order everywhere: of two who lower the same units at once, the lower quantity is what remains, not both differences. */
function takeUnits(counter: Counter, quantity: number): Counter {
  const next: Record<string, Units> = { ...counter };
  let missing = quantity;
  for (const [entry, units] of Object.entries(counter).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const taken = Math.min(missing, left(units));
    next[entry] = [units[0], units[1] + taken];
    missing -= taken;
  }
  return next;
}

/**
 * What of the current state a device had seen. It is believed about others no more than is known here,
 * so a device that is behind, or lies, can't take or bring back what it did not see. Its own units it
 * has always seen, also those whose answer has not reached it.
 */
function seenOf(current: Counter, observed: Counter, device: string): Counter {
  const seen: Record<string, Units> = {};
  for (const [entry, units] of Object.entries(current)) {
    const told = observed[entry];
    if (deviceOf(entry) === device) {
      seen[entry] = [units[0], told ? Math.min(told[1], units[1]) : units[1]];
    } else if (told) {
      const added = Math.min(told[0], units[0]);
      seen[entry] = [added, Math.min(told[1], units[1], added)];
    }
  }
  return seen;
}

/**
 * What a device saw and is not to be had any more. The difference to what it sets counts these units, and where
 * it takes some they have their turn: so it does not matter whether the server still remembers them.
 */
function goneOf(current: Counter, observed: Counter, device: string): Counter {
  const isGone = ([entry, units]: [string, Units]) =>
    current[entry] === undefined &&
    left(units) > 0 &&
    !(deviceOf(entry) === device && versionOf(entry) === 0);
  return Object.fromEntries(Object.entries(observed).filter(isGone));
}

function deviceOf(entry: string): string {
  return entry.slice(0, entry.lastIndexOf("."));
}

/**
 * The same quantity in bounded space: entries whose units are all gone are dropped, and too many become
 * one. Only whoever has the truth may do this (the server, at the end of a write): it believes nobody about
 * an entry that it does not have, so a dropped one can't come back. A device that saw units which became
 * one with others has not seen the one: it can't take them unseen, so they stay.
 */
export function compactCounter(counter: Counter, version: number): Counter {
  const open = Object.entries(counter).filter(([, units]) => left(units) > 0);
  if (open.length <= maxEntries) return Object.fromEntries(open);
  const byAge = open.toSorted(([a], [b]) => versionOf(b) - versionOf(a));
  const kept = byAge.slice(0, maxEntries - 1);
  const joined = byAge.slice(maxEntries - 1).reduce((sum, [, units]) => sum + left(units), 0);
  return { ...Object.fromEntries(kept), [`${anyone}.${version}`]: [joined, 0] };
}

function versionOf(entry: string): number {
  return Number(entry.slice(entry.lastIndexOf(".") + 1));
}

export function isSameCounter(a: Counter, b: Counter): boolean {
  const entries = Object.entries(a);
  if (entries.length !== Object.keys(b).length) return false;
  return entries.every(([entry, [added, taken]]) => {
    const other = b[entry];
    return other?.[0] === added && other[1] === taken;
  });
}
