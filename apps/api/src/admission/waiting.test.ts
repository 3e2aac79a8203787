import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { router } from "@meridian/api/kernel/trpc.ts";
import { pino } from "pino";
import { Registry } from "prom-client";
import { afterAll, expect, test } from "vitest";
import { createAdmission } from "./admission.ts";

/** Two places, and all the patience that a slow machine needs. */
const times = { serviceMs: 100, patientMs: 60_000, pressedMs: 60_000, longMs: 60_000 };
const admission = createAdmission(router({}), 2, pino({ level: "silent" }), times);
/** A busy machine is no reason to fail. */
const soon = { timeout: 60_000 };
let arrived = 0;
const underWay: ServerResponse[] = [];
const server = createServer((request, response) => {
  arrived += 1;
  admission.guard((_request, started) => underWay.push(started))(request, response);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/products`;
afterAll(() => {
  admission.close();
  server.closeAllConnections();
  server.close();
});

const hasArrived = (count: number) => expect.poll(() => arrived, soon).toBe(count);
const registry = new Registry();
admission.countIn(registry);
const countWaiting = async () => {
  const waiting = await registry.getSingleMetric("meridian_http_admission_waiting")?.get();
  return waiting?.values[0]?.value;
};
const finishAll = () => {
  for (const response of underWay.splice(0)) response.end("done");
};

test("who waits is answered when a place becomes free; who went away leaves the queue", async () => {
  const first = [fetch(url), fetch(url)];
  await hasArrived(2);
  const leaving = new AbortController();
  const gone = fetch(url, { signal: leaving.signal }).catch(() => "gone");
  await hasArrived(3);
  const patient = fetch(url);
  await hasArrived(4);
  expect(underWay).toHaveLength(2);
  leaving.abort();
  expect(await gone).toBe("gone");
  await expect.poll(countWaiting, soon).toBe(1);
  underWay[0]?.end("done");
  await Promise.race(first);
  await expect.poll(() => underWay.length, soon).toBe(3);
  finishAll();
  expect((await patient).status).toBe(200);
  for (const answer of await Promise.all(first)) expect(answer.status).toBe(200);
});
