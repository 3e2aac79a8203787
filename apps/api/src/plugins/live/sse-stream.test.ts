import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import type { Frame } from "@meridian/api/server.ts";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { restDialect } from "./dialects.ts";
import { SseStream } from "./sse-stream.ts";

const server = createServer();
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
afterEach(() => vi.useRealTimers());
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A stream and the socket at its other end; what arrives is kept while the socket flows. */
async function open(httpVersion: "1.0" | "1.1") {
  const answering = once(server, "request") as Promise<[unknown, ServerResponse]>;
  const socket: Socket = connect(port, "127.0.0.1");
  const received: Buffer[] = [];
  socket.on("data", (data: Buffer) => received.push(data));
  socket.on("error", () => {});
  socket.write(`GET / HTTP/${httpVersion}\r\nhost: x\r\n\r\n`);
  const [, response] = await answering;
  response.writeHead(200, { "content-type": "text/event-stream" });
  const stream = new SseStream(response, restDialect);
  const text = () => Buffer.concat(received).toString();
  return { socket, response, stream, text };
}

/** A frame of about `size` bytes. */
function frame(topic: string, version: number, size = 0): Frame {
  const value = { kind: "product", topic, version, state: { productId: "prod_ü" } } as const;
  const json = JSON.stringify({ ...value, padding: "x".repeat(size) });
  return { id: `log:${version}`, value, topic, json } as unknown as Frame;
}

it("frames reach an HTTP/1.1 client as whole chunks, and the end is an end", async () => {
  const { stream, text, socket } = await open("1.1");
  const ended = once(socket, "end");
  stream.send(frame("a", 1));
  stream.ping();
  stream.end();
  socket.end();
  await ended;
  const body = text().slice(text().indexOf("\r\n\r\n") + 4);
  const chunks = [...body.matchAll(/([0-9a-f]+)\r\n([^\r]*)\r\n/g)];
  for (const [, length = "", data = ""] of chunks) {
    expect(Buffer.byteLength(data)).toBe(Number.parseInt(length, 16));
  }
  expect(chunks.map(([, , data = ""]) => data.split("\n")[0])).toEqual([
    expect.stringMatching(/^retry: \d+$/),
    "event: product",
    ": ping",
    "",
  ]);
  expect(body).toContain('"productId":"prod_ü"');
});

it("an HTTP/1.0 client, such as a proxy, gets them bare", async () => {
  const { stream, text, socket } = await open("1.0");
  const ended = once(socket, "end");
  stream.send(frame("a", 1));
  stream.end();
  await ended;
  const body = text().slice(text().indexOf("\r\n\r\n") + 4);
  expect(body).toMatch(/^retry: \d+\n\nevent: product\ndata: \{.*\}\nid: log:1\n\n$/);
});

it("a slow watcher gets the newest of each topic once it reads on, and costs no more memory", async () => {
  const { stream, text, socket, response } = await open("1.1");
  socket.pause();
  const frames = 2_000;
  for (let version = 1; version <= frames; version++) {
    stream.send(frame(version % 2 === 0 ? "even" : "odd", version, 16_000));
    if (version % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(response.socket?.writableLength).toBeLessThan(1024 * 1024);
  socket.resume();
  await vi.waitFor(() => expect(text()).toContain(`id: log:${frames}\n`), 60_000);
  const ids = [...text().matchAll(/^id: log:(\d+)$/gm)].map(([, id]) => Number(id));
  expect(ids.length).toBeLessThan(frames);
  expect(ids.slice(-2)).toEqual([frames - 1, frames]);
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
  stream.send(frame("even", frames + 2));
  await vi.waitFor(() => expect(text()).toContain(`id: log:${frames + 2}\n`), 60_000);
});

it("a watcher that does not read at all is let go", async () => {
  const { stream, socket, response } = await open("1.1");
  const closed = once(response, "close");
  socket.pause();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let version = 0;
  const sendSome = async () => {
    for (let n = 0; n < 50; n++) stream.send(frame("a", ++version, 16_000));
    await new Promise((resolve) => setImmediate(resolve));
  };
  for (let times = 0; times < 20; times++) await sendSome();
  expect(response.destroyed).toBe(false);
  // How much the kernel takes before it stands still is its own affair.
  for (let times = 0; times < 200 && !response.destroyed; times++) {
    await sendSome();
    vi.advanceTimersByTime(10_000);
  }
  expect(response.destroyed).toBe(true);
  await closed;
});

it("a watcher behind whom more gathers than conflating helps against is let go", async () => {
  const { stream, socket, response } = await open("1.1");
  const closed = once(response, "close");
  socket.pause();
  for (let n = 0; n < 3; n++) {
    stream.send(frame("a", n, 8 * 1024 * 1024));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await closed;
  expect(response.destroyed).toBe(true);
});
