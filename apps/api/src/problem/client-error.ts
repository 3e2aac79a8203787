import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Reason } from "@meridian/api/server.ts";
import { catalogue } from "./catalogue.ts";
import { problemMediaType, problemOf } from "./problem.ts";
import { explain, HttpRefusal, maxUrlBytes, urlTooLong } from "./refusals.ts";

/** Fastify types the packet as if it had been through JSON. */
type ParserError = Error & { code?: string; rawPacket?: unknown };

/** As Node names it where its own limit is reached. */
export const bodyLate = "ERR_HTTP_REQUEST_TIMEOUT";

/** How long, and how much, a client may go on sending after it was refused: enough to read the answer in. */
const lingerMs = 2_000;

/**
 * Answers what Node's own parser refuses: broken HTTP, header sections and addresses beyond its buffer,
 * requests that never end. No request object exists yet, so the answer is written to the socket.
 */
export function answerClientError(error: ParserError, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const reason = reasonOf(error);
  const id = randomUUID();
  const { error: explained } = explain(refusalFor(reason), id);
  const { status } = explained;
  const body = JSON.stringify(problemOf(explained, { id, url: "" }));
  socket.write(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
      `Content-Type: ${problemMediaType}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Cache-Control: no-store",
      `X-Request-Id: ${id}`,
      "Connection: close",
      "",
      body,
    ].join("\r\n"),
  );
  linger(socket);
}

function refusalFor(reason: Reason): HttpRefusal {
  if (reason === "request.url_too_long") return urlTooLong();
  return new HttpRefusal(reason, catalogue[reason].meaning);
}

function reasonOf(error: ParserError): Reason {
  if (error.code === bodyLate) return "request.timeout";
  if (error.code !== "HPE_HEADER_OVERFLOW") return "request.malformed";
  const packet = error.rawPacket;
  const head = Buffer.isBuffer(packet) ? packet.toString("latin1", 0, maxUrlBytes) : "";
  const isRequestLine = /^[A-Z]+ \S*$/.test(head);
  return isRequestLine ? "request.url_too_long" : "request.headers_too_large";
}

/**
 * Closing a socket that holds unread data resets it, and the reset can overtake the answer. So the rest
 * of what the client sends is thrown away for a moment first.
 */
function linger(socket: Socket): void {
  socket.removeAllListeners("data");
  socket.on("data", () => {});
  socket.on("error", () => {});
  socket.end();
  setTimeout(() => socket.destroy(), lingerMs).unref();
}
