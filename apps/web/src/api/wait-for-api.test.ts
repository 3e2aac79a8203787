import { createServer } from "node:net";
import { freePort } from "@meridian/tooling/process/ports.ts";
import { afterEach, expect, test } from "vitest";
import { waitForApi } from "./wait-for-api.ts";

const server = createServer((socket) => socket.destroy());
afterEach(() => new Promise((resolve) => server.close(resolve)));

function listen(port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
}

test("an API that listens is not waited for", async () => {
  const port = await freePort();
  await listen(port);
  const said: string[] = [];
  await waitForApi(`http://127.0.0.1:${port}`, (line) => said.push(line));
  expect(said).toEqual([]);
});

test("one that starts later is waited for, and that is said once", async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const said: string[] = [];
  await waitForApi(origin, (line) => {
    said.push(line);
    if (said.length === 1) void listen(port);
  });
  expect(said).toEqual([`Waiting for the API at ${origin}.`, "The API is there."]);
});

test("one that never comes keeps nobody for ever", async () => {
  const origin = `http://127.0.0.1:${await freePort()}`;
  const said: string[] = [];
  await waitForApi(origin, (line) => said.push(line), 0);
  expect(said.at(-1)).toContain("does not listen");
});
