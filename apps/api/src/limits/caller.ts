import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import proxyAddress from "@fastify/proxy-addr";
import type { Actor } from "@meridian/api/server.ts";
import type { TrustProxy } from "../env.ts";

/** No caller's name is longer. */
const maxLength = 64;

/** Whose quota a request uses: that of who is signed in, else that of the address. */
export function callerOf(actor: Actor, request: IncomingMessage, trust: TrustProxy): string {
  return actor.kind === "guest" ? addressOf(request, trust) : `${actor.kind}:${actor.id}`;
}

/** Of the caller, as far as the proxies between are believed; of IPv6 the network. */
export function addressOf(request: IncomingMessage, trust: TrustProxy): string {
  const address =
    (trust === false ? request.socket.remoteAddress : proxyAddress(request, trust)) ?? "";
  return address.includes(":") ? networkOf(address) : address.slice(0, maxLength);
}

/** Of an IPv6 address its /64: that is what one household or server has, and can choose from at will. */
function networkOf(address: string): string {
  if (address.startsWith("::ffff:") && address.includes(".")) return address.slice(7);
  const [head = "", tail] = address.split("::", 2);
  const groups = head.split(":").filter(Boolean);
  const missing = 8 - groups.length - (tail?.split(":").filter(Boolean).length ?? 0);
  const whole =
    tail === undefined ? groups : [...groups, ...Array<string>(Math.max(0, missing)).fill("0")];
  return `${[...whole, ...(tail ?? "").split(":")].slice(0, 4).join(":").slice(0, maxLength)}::/64`;
}

/** What a procedure is limited by, as a caller. Ids and tokens are their holders' keys: Redis, which is told of callers, has only their hash. */
export function subjectOf(subject: string): string {
  return createHash("sha256").update(subject).digest("base64url");
}
