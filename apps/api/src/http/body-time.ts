import type { IncomingMessage, RequestListener } from "node:http";
import type { Socket } from "node:net";

/** So long a body may take; a file may take longer, but not stand still for so long. */
export const bodyMs = 30_000;

type Options = {
  isFile(request: Pick<IncomingMessage, "method" | "url">): boolean;
  /** Answers who did not send, and closes the connection. */
  giveUp(socket: Socket): void;
};

/**
 * Ends requests whose bodies do not arrive. In place of Node's `requestTimeout`, which is one for all requests: a file of
 * a gigabyte takes as long as its sender's line needs.
 */
export function limitBodyTime(listener: RequestListener, options: Options): RequestListener {
  return (request, response) => {
    const { headers } = request;
    const hasBody = headers["transfer-encoding"] !== undefined || Number(headers["content-length"]);
    if (hasBody) watch(request, options);
    listener(request, response);
  };
}

function watch(request: IncomingMessage, { isFile, giveUp }: Options): void {
  const { socket } = request;
  let before = 0;
  const check = setInterval(() => {
    const hasMoved = socket.bytesRead > before;
    before = socket.bytesRead;
    if (isFile(request) && hasMoved) return;
    clearInterval(check);
    if (!request.complete) giveUp(socket);
  }, bodyMs);
  check.unref();
  request.once("close", () => clearInterval(check));
}
