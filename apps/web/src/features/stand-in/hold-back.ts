import type { ServerResponse } from "node:http";

/** What goes out instead. */
export type StandIn = { body: Buffer; headers: Record<string, string> };

/** Of what is not sent. */
const obsolete = ["content-length", "content-encoding", "etag"];

/** More than a compressed answer has before its first letter, less than any page. */
const leastBytes = 64;

/**
 * Holds an answer's head back until its body begins, when the status is known for good: Next sends the head of a page that it makes
 * at each visit before the page says that it is not there.
 * @param replace asked once, at that moment; what it returns goes out with the answer's status, and the body does not
 */
export function holdBack(response: ServerResponse, replace: () => Promise<StandIn> | null): void {
  const { writeHead, write, end, flushHeaders } = response;
  let state: "held" | "open" | "replaced" = "held";
  const early: unknown[][] = [];
  let bytes = 0;

  function send({ body, headers }: StandIn): void {
    for (const name of obsolete) response.removeHeader(name);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    writeHead.call(response, response.statusCode);
    end.call(response, body, "utf8");
  }

  function letGo(): void {
    const standIn = replace();
    state = standIn ? "replaced" : "open";
    if (standIn) void standIn.then(send, () => response.destroy());
    else for (const given of early) Reflect.apply(write, response, given);
  }

  response.writeHead = function writeHeadLater(status: number, ...rest: unknown[]) {
    if (state === "open") return Reflect.apply(writeHead, response, [status, ...rest]);
    if (state === "replaced") return response;
    response.statusCode = status;
    const headers = rest.at(-1);
    if (typeof headers === "object") response.setHeaders(new Headers(headers as HeadersInit));
    return response;
  };
  response.flushHeaders = () => {
    if (state === "open") flushHeaders.call(response);
  };
  response.write = function writeLater(...given: unknown[]) {
    if (state === "open") return Reflect.apply(write, response, given);
    if (state === "held") {
      early.push([given[0], typeof given[1] === "string" ? given[1] : undefined]);
      bytes += lengthOf(given[0]);
      if (bytes >= leastBytes) letGo();
    }
    callBack(given);
    return true;
  };
  response.end = function endLater(...given: unknown[]) {
    if (state === "held") letGo();
    if (state === "open") return Reflect.apply(end, response, given);
    callBack(given);
    return response;
  };
}

const lengthOf = (chunk: unknown) =>
  typeof chunk === "string" || chunk instanceof Uint8Array ? chunk.length : 0;

function callBack(given: unknown[]): void {
  const done = given.at(-1);
  if (typeof done === "function") queueMicrotask(() => void done());
}
