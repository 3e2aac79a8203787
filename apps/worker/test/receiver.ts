import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = {
  headers: Record<string, string>;
  text: string;
  event: { id: string; type: string; subject: string; version: number; position: number };
};

/** An integrator's endpoint: it keeps what it gets, and answers as it is told. */
export async function startReceiver(
  answer: (received: Received, response: ServerResponse) => unknown = () => undefined,
) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString();
      const one: Received = {
        headers: request.headers as Record<string, string>,
        text,
        event: JSON.parse(text) as Received["event"],
      };
      received.push(one);
      if (answer(one, response) === undefined) response.end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    received,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
