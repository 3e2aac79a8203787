import { Resolver } from "node:dns/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test, vi } from "vitest";
import { startNameServer } from "../../test/name-server.ts";
import { nameServerResolve, type Resolve } from "./connector.ts";
import { Sender, type Answer } from "./sender.ts";

const ends: (() => unknown)[] = [];
afterAll(() => Promise.all(ends.map((end) => end())));

/** A server on this machine, and how often it was asked. */
async function listen(answer: RequestListener = (_, response) => response.end("ok")) {
  const counted = { asked: 0, connected: 0, port: 0 };
  const server = createServer((request, response) => {
    counted.asked += 1;
    request.resume();
    answer(request, response);
  });
  server.on("connection", () => (counted.connected += 1));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  counted.port = (server.address() as AddressInfo).port;
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return counted;
}

function sender(allowsLocal: boolean, resolve?: Resolve): Sender {
  const made = new Sender({ allowsLocal, ...(resolve && { resolve }) });
  ends.push(() => made.close());
  return made;
}
const message = { id: "evt_1", body: { type: "meridian.webhook.test" } };
const never = new AbortController().signal;
const send = (by: Sender, url: string, stop = never): Promise<Answer> =>
  by.send({ url, secrets: [{ value: "whsec_c2VjcmV0", expiresAt: null }] }, message, stop);

test("an address that is not public is not connected to, however it is written", async () => {
  const server = await listen();
  const guarded = sender(false);
  for (const host of [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "10.0.0.1",
    "169.254.169.254",
  ]) {
    const answer = await send(guarded, `http://${host}:${server.port}/`);
    expect(answer).toMatchObject({
      status: null,
      error: expect.stringMatching(/^refused/) as string,
    });
  }
  expect(server.connected).toBe(0);
});

test.each([
  ["a private address", [{ address: "10.0.0.1", family: 4 }]],
  ["this machine", [{ address: "127.0.0.1", family: 4 }]],
  ["this machine, mapped", [{ address: "::ffff:127.0.0.1", family: 6 }]],
  [
    "a public address and this machine",
    [
      { address: "93.184.215.14", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ],
  ],
  ["nothing", []],
])("a name that leads to %s is not connected to", async (_, addresses) => {
  const server = await listen();
  const answer = await send(
    sender(false, (_, done) => done(null, addresses)),
    `http://hook.example:${server.port}/`,
  );
  expect(answer).toMatchObject({
    status: null,
    error: expect.stringMatching(/^refused/) as string,
  });
  expect(server.connected).toBe(0);
});

test("what was checked is what is connected to: a name that changes a moment later gains nothing", async () => {
  const server = await listen();
  let lookups = 0;
  const rebinding: Resolve = (_, done) => {
    lookups += 1;
    done(null, [{ address: lookups === 1 ? "127.0.0.1" : "10.0.0.1", family: 4 }]);
  };
  const local = sender(true, rebinding);
  expect((await send(local, `http://hook.example:${server.port}/`)).status).toBe(200);
  // One look-up for one connection.
  expect(lookups).toBe(1);
  expect(server.connected).toBe(1);
  // A new connection is judged anew.
  const other = await listen();
  const answer = await send(local, `http://hook.example:${other.port}/`);
  expect(answer.error).toMatch(/^refused/);
  expect(other.connected).toBe(0);
});

test("names whose name servers are silent hold up no other", async () => {
  const server = await listen();
  const names = await startNameServer(["hook.example"]);
  ends.push(names.close);
  const resolver = new Resolver({ timeout: 60_000, tries: 1 });
  resolver.setServers([names.address]);
  const local = sender(true, nameServerResolve(resolver));
  // More than the process has threads for the system's look-up.
  const silent = Array.from({ length: 32 }, (_, n) => `silent-${n}.example`);
  const stop = new AbortController();
  const sent = silent.map((name) => send(local, `http://${name}/`, stop.signal));
  await vi.waitFor(() => expect(names.asked).toEqual(expect.arrayContaining(silent)), 60_000);
  for (const name of ["hook.example", "localhost"])
    expect((await send(local, `http://${name}:${server.port}/`)).status).toBe(200);
  stop.abort();
  expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(silent.map(() => null));
});

test("a redirect is not followed", async () => {
  const inside = await listen();
  const server = await listen((_, response) =>
    response.writeHead(307, { location: `http://127.0.0.1:${inside.port}/` }).end(),
  );
  expect((await send(sender(true), `http://127.0.0.1:${server.port}/`)).status).toBe(307);
  expect(inside.asked).toBe(0);
});

test("of a long answer the beginning is kept, and nothing that can't be stored", async () => {
  const server = await listen((_, response) => {
    response.writeHead(500, { "retry-after": "90" });
    response.write("a\0b");
    const more = setInterval(() => response.write("x".repeat(10_000)), 1);
    response.on("close", () => clearInterval(more));
  });
  const answer = await send(sender(true), `http://127.0.0.1:${server.port}/`);
  expect(answer).toMatchObject({ status: 500, error: null, retryAfterSeconds: 90 });
  expect(answer.response).toHaveLength(1_000);
  expect(answer.response).toMatch(/^abx+$/);
});

test("who is not there is told in a word", async () => {
  const { port } = await listen();
  const gone = await listen();
  ends.splice(-1)[0]?.();
  expect(port).not.toBe(gone.port);
  const answer = await send(sender(true), `http://127.0.0.1:${gone.port}/`);
  expect(answer).toMatchObject({ status: null, error: "ECONNREFUSED" });
});
