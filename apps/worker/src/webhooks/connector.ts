import { lookup as systemLookup, type LookupAddress } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { isLoopback, isPublicAddress } from "@meridian/api/server.ts";
import { buildConnector } from "undici";

/** Finds every address that a name leads to. */
export type Resolve = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export class AddressRefused extends Error {
  override readonly name = "AddressRefused";
}

const resolveBySystem: Resolve = (hostname, done) => systemLookup(hostname, { all: true }, done);

/**
 * Connects to public addresses alone. A name is looked up once for each connection, and what was checked is
 * what is connected to: a name that leads elsewhere a moment later (DNS rebinding) gains nothing. When one of its
 * addresses is not public, none is used.
 * @param allowsLocal the machine's own addresses may be reached, too
 */
export function guardedConnector(
  allowsLocal: boolean,
  connectTimeoutMs: number,
  resolve: Resolve = resolveBySystem,
): buildConnector.connector {
  const isAllowed = (address: string) =>
    isPublicAddress(address) || (allowsLocal && isLoopback(address));
  const lookup: LookupFunction = (hostname, options, done) => {
    resolve(hostname, (error, addresses) => {
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
