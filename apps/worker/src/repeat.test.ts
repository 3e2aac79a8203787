import { pino } from "pino";
import { expect, test, vi } from "vitest";
import { repeat } from "./repeat.ts";

const log = pino({ level: "silent" });

test("a full run is followed by the next at once, an empty one by the pause", async () => {
  const runs: number[] = [];
  const job = repeat("job", 60_000, log, async () => runs.push(runs.length) < 3);
  await vi.waitFor(() => expect(runs).toHaveLength(3), 60_000);
  await job.stop();
  expect(runs).toHaveLength(3);
});

test("a run that fails is tried again after the pause", async () => {
  let runs = 0;
  const job = repeat("job", 1, log, async () => {
    runs += 1;
    if (runs === 1) throw new Error("the database is away");
    return false;
  });
  await vi.waitFor(() => expect(runs).toBeGreaterThan(2), 60_000);
  await job.stop();
});

test("a stop waits for the run under way, and no other begins", async () => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const ended: string[] = [];
  const job = repeat("job", 1, log, async () => {
    await promise;
    ended.push("run");
    return true;
  });
  const stopped = job.stop().then(() => ended.push("stop"));
  resolve(true);
  await stopped;
  expect(ended).toEqual(["run", "stop"]);
});
