import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createEventStream, TICK_MS } from "./event-stream.ts";

type OnCutOff = Parameters<typeof createEventStream>[2];

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

/** A response over a socket that notes what is written, or that never gets rid of anything. */
function createResponse(takes: boolean) {
  let written = "";
  const socket = new Socket();
  socket._write = (chunk, _encoding, done) => {
    written += String(chunk);
    if (takes) done();
  };
  socket._writev = (chunks, done) => {
    for (const { chunk } of chunks) written += String(chunk);
    if (takes) done();
  };
  const response = new ServerResponse(new IncomingMessage(socket));
  response.useChunkedEncodingByDefault = false;
  response.assignSocket(socket);
  return { response, written: () => written };
}

const tickFor = (stream: { tick(now: number): void }, ms: number) => {
  for (let passed = 0; passed < ms; passed += TICK_MS) {
    vi.advanceTimersByTime(TICK_MS);
    stream.tick(Date.now());
  }
};

test("frames that come before the confirmation follow it, in order", async () => {
  const { response, written } = createResponse(true);
  const stream = createEventStream(response, { "x-a": "1" }, vi.fn<OnCutOff>());
  stream.send("data: one\n\n");
  stream.send(Buffer.from("data: two\n\n"));
  tickFor(stream, 60_000);
  stream.end();
  expect(written()).toBe("");
  stream.open("data: first\n\n");
  await vi.waitFor(() => expect(written()).toContain("two"));
  expect(written()).toMatch(/x-a: 1\r\n/);
  expect(written()).toMatch(/data: first\n\ndata: one\n\ndata: two\n\n$/);
});

test("a quiet stream is pinged at least every 15 s, a busy one never", async () => {
  const { response, written } = createResponse(true);
  const stream = createEventStream(response, {}, vi.fn<OnCutOff>());
  stream.open("data: first\n\n");
  tickFor(stream, 120_000);
  await vi.waitFor(() => expect(written()).toContain(": ping\n\n"));
  expect(written().match(/: ping\n\n/g)?.length).toBeGreaterThanOrEqual(120 / 15);

  const busy = createResponse(true);
  const busyStream = createEventStream(busy.response, {}, vi.fn<OnCutOff>());
  busyStream.open("data: first\n\n");
  for (let index = 0; index < 30; index++) {
    busyStream.send("data: x\n\n");
    tickFor(busyStream, TICK_MS);
  }
  await vi.waitFor(() => expect(busy.written()).toContain("data: x"));
  expect(busy.written()).not.toContain("ping");
});

test("a watcher that takes nothing is cut off: by size at 1 MB, by time after 10 s", () => {
  const byTime = createResponse(false);
  const stalled = vi.fn<OnCutOff>();
  const stream = createEventStream(byTime.response, {}, stalled);
  stream.open(`data: ${"x".repeat(100_000)}\n\n`);
  tickFor(stream, 8_000);
  expect(stalled).not.toHaveBeenCalled();
  tickFor(stream, 4_000);
  expect(stalled).toHaveBeenCalledWith("stalled");
  expect(byTime.response.destroyed).toBe(true);

  const bySize = createResponse(false);
  const slow = vi.fn<OnCutOff>();
  const flooded = createEventStream(bySize.response, {}, slow);
  flooded.open("data: first\n\n");
  for (let index = 0; index < 10; index++) flooded.send("x".repeat(100_000));
  expect(slow).not.toHaveBeenCalled();
  for (let index = 0; index < 10; index++) flooded.send("x".repeat(100_000));
  expect(slow).toHaveBeenCalledExactlyOnceWith("slow");
  expect(bySize.response.destroyed).toBe(true);
});

test("a stream that ended takes no more", async () => {
  const { response, written } = createResponse(true);
  const stream = createEventStream(response, {}, vi.fn<OnCutOff>());
  stream.open("data: first\n\n");
  stream.end();
  stream.send("data: late\n\n");
  await vi.waitFor(() => expect(written()).toContain("first"));
  expect(written()).not.toContain("late");
});
