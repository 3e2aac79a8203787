import { once } from "node:events";
import { createServer, request, STATUS_CODES, type ClientRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { bodyMs, limitBodyTime } from "./body-time.ts";

let received = 0;
const server = createServer(
  limitBodyTime(
    async (asked, response) => {
      try {
        for await (const chunk of asked) received += (chunk as Buffer).length;
        response.end();
      } catch {
        // Cut off; the answer has been written.
      }
    },
    {
      isFile: ({ method }) => method === "PUT",
      giveUp: (socket) =>
        socket.end(`HTTP/1.1 408 ${STATUS_CODES[408]}\r\nConnection: close\r\n\r\n`),
    },
  ),
);
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  received = 0;
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(() => vi.useRealTimers());

function begin(method: string): { sent: ClientRequest; status: Promise<number | undefined> } {
  const { port } = server.address() as AddressInfo;
  const sent = request({ port, method, headers: { "content-length": "5" } });
  const status = once(sent, "response").then(([response]) => {
    (response as NodeJS.ReadableStream).resume();
    return (response as { statusCode?: number }).statusCode;
  });
  return { sent, status };
}

async function write(sent: ClientRequest): Promise<void> {
  const next = received + 1;
  sent.write("x");
  await vi.waitFor(() => expect(received).toBe(next), 60_000);
}

test("a file may take long as long as it comes", async () => {
  const { sent, status } = begin("PUT");
  for (let byte = 0; byte < 4; byte++) {
    await write(sent);
    vi.advanceTimersByTime(bodyMs);
  }
  sent.end("x");
  expect(await status).toBe(200);
});

test("one that stands still is given up", async () => {
  const { sent, status } = begin("PUT");
  await write(sent);
  vi.advanceTimersByTime(2 * bodyMs);
  expect(await status).toBe(408);
});

test("any other body has its time, however it comes", async () => {
  const { sent, status } = begin("POST");
  await write(sent);
  vi.advanceTimersByTime(bodyMs);
  expect(await status).toBe(408);
});
