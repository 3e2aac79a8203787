import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

export type Request = {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
};
export type Script = (request: Request, response: ServerResponse) => void;

/** A server whose nth answer is the nth script; the last one serves whoever comes after. */
export async function scripted(...scripts: Script[]) {
  const requests: Request[] = [];
  const server = createServer(async (incoming, response) => {
    const { method = "", url = "", headers } = incoming;
    const request = { method, url, headers, body: await text(incoming) };
    const script = scripts[Math.min(requests.push(request), scripts.length) - 1];
    script?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { baseUrl, requests };
}

export const cut: Script = (_, response) => response.destroy();

export const json =
  (status: number, value: unknown, headers: Record<string, string> = {}): Script =>
  (_, response) =>
    response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(JSON.stringify(value));

export const problem = (status: number, reason: string, headers: Record<string, string> = {}) =>
  json(
    status,
    { status, reason, title: reason, detail: "", type: "", instance: "", requestId: "" },
    { "content-type": "application/problem+json", ...headers },
  );
