import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { identify, isAlive } from "../process/identity.ts";
import type { Stack } from "./stack.ts";

/**
 * Lets a journey break a service on purpose:
 *
 *     GET  {url}/services/api        200 {"pid": 4711}
 *     POST {url}/services/api/kill   200 {"pid": 4711} when it is dead: SIGKILL, no goodbye. It comes back by itself
 *     POST {url}/services/api/down   the same, and it stays away
 *     POST {url}/services/api/up     200 {} it may come back; a JSON body of names and values is added to its environment
 *
 * Loopback only, below an unguessable path.
 */
export async function serveControl(stack: Stack): Promise<{ url: string; close(): void }> {
  const key = randomBytes(16).toString("hex");
  const server = createServer((request, response) => {
    answer(stack, key, request).then(
      ({ status, body }) => reply(response, status, body),
      (error: unknown) => reply(response, 500, { error: String(error) }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("The control has no port.");
  return { url: `http://127.0.0.1:${address.port}/${key}`, close: () => server.close() };
}

type Answer = { status: number; body: unknown };

async function answer(stack: Stack, key: string, request: IncomingMessage): Promise<Answer> {
  const [, given, collection, service, action] = (request.url ?? "").split("/");
  const pid = service && stack.pidOf(service);
  if (given !== key || collection !== "services" || !pid) return { status: 404, body: {} };
  if (request.method === "GET" && !action) return { status: 200, body: { pid } };
  if (request.method !== "POST") return { status: 405, body: {} };
  switch (action) {
    case "down":
      stack.bar(service);
      return kill(service, pid);
    case "kill":
      return kill(service, pid);
    case "up":
      stack.letBack(service, (await json(request)) as Record<string, string>);
      return { status: 200, body: {} };
    default:
      return { status: 404, body: {} };
  }
}

async function kill(service: string, pid: number): Promise<Answer> {
  const identity = identify(pid);
  if (!identity)
    return { status: 409, body: { error: `${service} is not running at this moment` } };
  process.kill(pid, "SIGKILL");
  while (isAlive(identity)) await new Promise((resolve) => setTimeout(resolve, 5));
  return { status: 200, body: { pid } };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
