/**
 * The floor of the live benches, a process of its own: a bare server of server-sent events. Every watcher
 * gets one shared Buffer; nothing is routed, resumed or conflated.
 * `node raw-server.ts` tells its port to its parent, and writes a frame when the parent sends a text.
 */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const watchers = new Set<ServerResponse>();
const server = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
  response.write("retry: 1000\n\n");
  watchers.add(response);
  response.once("close", () => watchers.delete(response));
});
server.listen(0, "127.0.0.1", 4_096, () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on("message", (text: string) => {
  const frame = Buffer.from(text);
  for (const watcher of watchers) watcher.write(frame);
});
process.on("disconnect", () => process.exit(0));
