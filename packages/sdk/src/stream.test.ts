import { expect, test } from "vitest";
import { cut, problem, scripted, type Script } from "../test/server.ts";
import { createMeridian } from "./index.ts";

const stream =
  (...chunks: string[]): Script =>
  (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const chunk of chunks) response.write(chunk);
    response.end();
  };
const frame = (id: number) => `event: stock\ndata: {"version":${id}}\nid: e:${id}\n\n`;
const over: Script = (_, response) => response.writeHead(204).end();
const topics = ["stock:var_1", "stock:var_2"];

test("it goes on behind the last event after every kind of interruption, and ends with 204", async () => {
  const server = await scripted(
    stream("retry: 1\n\n", frame(1), ": ping\n\n", frame(2).slice(0, 20)),
    problem(503, "service.overloaded", { "retry-after": "0" }),
    cut,
    stream(frame(2), `event: reset\ndata: {"kind":"reset"}\nid: f:9\n\n`),
    over,
  );
  const seen: unknown[] = [];
  const meridian = createMeridian({ baseUrl: server.baseUrl });
  for await (const { id, event } of meridian.live.watch({ topics })) seen.push([id, event]);
  expect(seen).toEqual([
    ["e:1", "stock"],
    ["e:2", "stock"],
    ["f:9", "reset"],
  ]);
  expect(server.requests.map(({ headers }) => headers["last-event-id"])).toEqual([
    undefined,
    "e:1",
    "e:1",
    "e:1",
    "f:9",
  ]);
  expect(server.requests[0]!.url).toBe("/api/v1/live?topics=stock%3Avar_1%2Cstock%3Avar_2");
});

test("it begins where it is told, throws what would be refused again, and closes when nobody reads on", async () => {
  let isClosed = () => {};
  const closed = new Promise<void>((resolve) => (isClosed = resolve));
  const server = await scripted(
    (_, response) => {
      response.on("close", isClosed);
      response.writeHead(200, { "content-type": "text/event-stream" }).write(frame(8));
    },
    problem(400, "request.invalid_input"),
  );
  const { live } = createMeridian({ baseUrl: server.baseUrl });
  for await (const { data } of live.watch({ topics, after: "e:7" })) {
    expect(data).toEqual({ version: 8 });
    break;
  }
  await closed;
  expect(new URL(server.requests[0]!.url, "http://x").searchParams.get("after")).toBe("e:7");
  await expect(live.watch({ topics }).next()).rejects.toMatchObject({ status: 400 });
});

test("an abort ends a wait for events and a wait for a connection", async () => {
  const server = await scripted(
    (_, response) =>
      response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders(),
    problem(503, "service.overloaded", { "retry-after": "3600" }),
  );
  const { live } = createMeridian({ baseUrl: server.baseUrl });
  for (const _ of [1, 2]) {
    const abort = new AbortController();
    const next = live.watch({ topics }, { signal: abort.signal }).next();
    const count = server.requests.length;
    while (server.requests.length === count) await new Promise((resolve) => setTimeout(resolve, 5));
    abort.abort(new Error("enough"));
    await expect(next).rejects.toThrow("enough");
  }
});
