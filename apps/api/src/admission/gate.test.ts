import { beforeEach, expect, test } from "vitest";
import { Gate, type Rank } from "./gate.ts";

let now = 0;
let gate: Gate;
/** What became of each request, by its name. */
let fate: Record<string, "started" | "refused">;
let inside: Record<"money" | "rest", (() => void)[]>;

const settings = {
  atLeast: 2,
  serviceMs: 100,
  patientMs: 100,
  pressedMs: 5,
  longMs: 5_000,
  now: () => now,
};

beforeEach(() => {
  now = 0;
  fate = {};
  inside = { money: [], rest: [] };
  gate = new Gate(settings);
});

const enter = (name: string, rank: Rank) => {
  const leave = gate.enter({
    rank,
    start() {
      fate[name] = "started";
      inside[rank === "money" ? "money" : "rest"].push(() => leave());
    },
    refuse: () => (fate[name] = "refused"),
  });
  return leave;
};
/** The one that has been inside for longest is answered. */
const finish = (who: "money" | "rest" = "rest") => inside[who].shift()?.();
const many = (count: number, rank: Rank, prefix: string) => {
  for (let index = 0; index < count; index++) enter(`${prefix}${index}`, rank);
};
const named = (prefix: string, what: "started" | "refused") =>
  Object.entries(fate).filter(([name, outcome]) => name.startsWith(prefix) && outcome === what);
/** Time passes in ticks, `lateMs` of it late. */
const pass = (ms: number, lateMs = 0) => {
  for (const end = now + ms; now < end;) {
    now += 50 + lateMs;
    gate.tick(50);
  }
};
/** A server that finishes `perTick` requests every 50 ms while `arrivals` come. */
const serve = (ticks: number, perTick: number, arrivals: (tick: number) => void) => {
  for (let tick = 0; tick < ticks; tick++) {
    arrivals(tick);
    for (let done = 0; done < perTick; done++) finish();
    pass(50);
  }
};

test("a burst waits for its turn instead of being refused", () => {
  many(20, "read", "r");
  expect(named("r", "started")).toHaveLength(2);
  for (let left = 0; left < 18; left++) finish();
  expect(named("r", "started")).toHaveLength(20);
});

test("nobody waits for longer than it is told, even if nothing ever finishes", () => {
  many(5, "read", "r");
  pass(100);
  expect(named("r", "refused")).toHaveLength(0);
  pass(100);
  expect(named("r", "refused")).toHaveLength(3);
  expect(gate.state.waiting).toBe(0);
});

test("places follow what is finished: as many as leave within the time that is allowed", () => {
  serve(40, 50, (tick) => many(60, "read", `r${tick}-`));
  expect(gate.state.ratePerSecond).toBeGreaterThan(900);
  expect(gate.state.limit).toBeGreaterThan(90);
  expect(gate.state.limit).toBeLessThan(105);
  pass(5_000);
  expect(gate.state.limit).toBe(2);
});

test("under lasting overload, what would wait is refused at once", () => {
  serve(20, 10, (tick) => many(40, "read", `warm${tick}-`));
  expect(gate.state.isPressed).toBe(true);
  many(100, "read", "late");
  expect(named("late", "refused").length).toBeGreaterThan(80);
});

test("after an overload a burst is welcome again", () => {
  serve(20, 10, (tick) => many(40, "read", `warm${tick}-`));
  for (let left = gate.state.running; left > 0; left--) finish();
  pass(500);
  expect(gate.state).toMatchObject({ isPressed: false, waiting: 0, running: 0 });
  many(20, "read", "after");
  expect(named("after", "refused")).toHaveLength(0);
});

test("writes are let in before reads that came earlier", () => {
  many(2, "read", "first");
  enter("read", "read");
  enter("write", "write");
  finish();
  expect(fate).toMatchObject({ write: "started" });
  expect(fate).not.toHaveProperty("read");
  finish();
  expect(fate).toMatchObject({ read: "started" });
});

test("while places are short some are left for those who have come further", () => {
  gate = new Gate({ ...settings, atLeast: 8 });
  pass(3_000, 400);
  expect(gate.state.isPressed).toBe(true);
  for (const rank of ["read", "write", "checkout"] as const) many(8, rank, rank);
  const started = ["read", "write", "checkout"].map((rank) => named(rank, "started").length);
  expect(started).toEqual([6, 1, 1]);
});

test("money passes those who wait and has places of its own, which do have an end", () => {
  many(10, "read", "r");
  pass(200);
  many(9, "money", "m");
  expect(named("m", "started")).toHaveLength(8);
  expect(named("m", "refused")).toHaveLength(1);
  finish("money");
  enter("next", "money");
  expect(fate).toMatchObject({ next: "started" });
  expect(gate.state.running).toBe(2);
});

test("slow payments take no place from reads", () => {
  many(8, "money", "m");
  many(2, "read", "r");
  expect(named("r", "started")).toHaveLength(2);
});

test("a watcher is let in only while nobody is short of a place, and then takes none", () => {
  many(50, "watch", "w");
  expect(named("w", "started")).toHaveLength(50);
  many(3, "read", "r");
  enter("late", "watch");
  expect(fate).toMatchObject({ r0: "started", r1: "started", late: "refused" });
});

test("a late event loop counts as overload, whoever makes it late", () => {
  pass(3_000, 400);
  expect(gate.state.isPressed).toBe(true);
  enter("watch", "watch");
  many(4, "read", "r");
  expect(fate).toMatchObject({ watch: "refused", r0: "started" });
  expect(named("r", "refused").length).toBeGreaterThan(0);
  pass(3_000);
  expect(gate.state.isPressed).toBe(false);
});

test("who leaves while waiting gives its turn to the next", () => {
  many(2, "read", "first");
  const leave = enter("gone", "read");
  enter("next", "read");
  leave();
  finish();
  expect(fate).toMatchObject({ next: "started" });
  expect(fate).not.toHaveProperty("gone");
});

test("what takes very long holds no place: it waits for something else", () => {
  many(2, "read", "poll");
  pass(4_000);
  enter("early", "read");
  expect(fate).not.toHaveProperty("early");
  pass(2_000);
  enter("late", "read");
  expect(fate).toMatchObject({ early: "refused", late: "started" });
  finish();
  finish();
  expect(gate.state.running).toBe(1);
});
