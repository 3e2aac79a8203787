import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** The caller's own id of a request where it is fit for a log, else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, "headers">): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
}
