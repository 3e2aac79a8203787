import type { LookupAddress } from "node:dns";
import { Resolver } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { callbackify } from "node:util";
import { isLoopback, isPublicAddress } from "@meridian/api/server.ts";
import { buildConnector } from "undici";

/** Finds every address that a name leads to. */
export type Resolve = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses?: LookupAddress[]) => void,
) => void;

export class AddressRefused extends Error {
  override readonly name = "AddressRefused";
}

/** This machine, by definition (RFC 6761 6.3): no name server is asked. */
const loopback: LookupAddress[] = [
  { address: "127.0.0.1", family: 4 },
  { address: "::1", family: 6 },
];

/**
 * Asks name servers, without the system's `getaddrinfo`: that would hold one of four threads until it answers, so a few
 * endpoints whose name servers are silent would hold up all others.
 */
export function nameServerResolve(resolver = new Resolver({ timeout: 2_500, tries: 2 })): Resolve {
  const ask = async (hostname: string): Promise<LookupAddress[]> => {
    const found = await Promise.allSettled([
      resolver.resolve4(hostname).then((all) => all.map((address) => ({ address, family: 4 }))),
      resolver.resolve6(hostname).then((all) => all.map((address) => ({ address, family: 6 }))),
    ]);
    const addresses = found.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
    const failed = found.find((one) => one.status === "rejected");
    if (addresses.length === 0 && failed !== undefined) throw failed.reason as Error;
    return addresses;
  };
  const isLocal = (hostname: string) => /(^|\.)localhost\.?$/.test(hostname);
  return callbackify(async (hostname: string) =>
    isLocal(hostname) ? loopback : await ask(hostname),
  );
}

/**
 * Connects to public addresses alone. A name is looked up once for each connection, and what was checked is
 * what is connected to: a name that leads elsewhere a moment later (DNS rebinding) gains nothing. When one of its
 * addresses is not public, none is used.
 * @param allowsLocal the machine's own addresses may be reached, too
 */
export function guardedConnector(
  allowsLocal: boolean,
  connectTimeoutMs: number,
  resolve: Resolve = nameServerResolve(),
): buildConnector.connector {
  const isAllowed = (address: string) =>
    isPublicAddress(address) || (allowsLocal && isLoopback(address));
  const lookup: LookupFunction = (hostname, options, done) => {
    resolve(hostname, (error, addresses = []) => {
      if (error !== null) return done(error, "", 0);
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => isAllowed(address))) {
        const refused = new AddressRefused("the name does not lead to public addresses alone");
        return done(refused, "", 0);
      }
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ allowH2: false, timeout: connectTimeoutMs, lookup });
  return (options, done) => {
    const host = options.hostname.replace(/^\[(.*)\]$/, "$1");
    // An address is not looked up, so it is checked here.
    if (isIP(host) !== 0 && !isAllowed(host)) {
      done(new AddressRefused("the address is not a public one"), null);
      return;
    }
    connect(options, done);
  };
}
