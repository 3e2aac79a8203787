import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const header = "x-forwarded-for";

/**
 * Adds to each request who sent it, as every proxy does, so that the API behind knows of each shopper and not only of this
 * server. Next 16.4 adds it only where the sender did not say something itself, and pages can't see the connection.
 */
export function tellAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request;
    const said = headers[header];
    headers[header] = [said, socket.remoteAddress].flat().filter(Boolean).join(", ");
  });
}
