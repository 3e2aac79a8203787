import { connect } from "node:net";

const freshMs = 250;
const patienceMs = 1_000;

/**
 * Whether anybody listens at an address, looked at most every 250 ms. One who is slow to accept is there: only a
 * refused connection, or an address that leads nowhere, says no.
 */
export function createReachability(): (origin: string) => Promise<boolean> {
  let known: { origin: string; until: number; isThere: Promise<boolean> } | undefined;
  return (origin) => {
    const now = performance.now();
    if (known === undefined || known.origin !== origin || known.until < now) {
      known = { origin, until: now + freshMs, isThere: isListening(new URL(origin)) };
    }
    return known.isThere;
  };
}

function isListening({ hostname, port, protocol }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname.replaceAll(/^\[|\]$/g, ""),
      port: Number(port || (protocol === "https:" ? 443 : 80)),
      timeout: patienceMs,
    });
    const tell = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once("connect", () => tell(true));
    socket.once("timeout", () => tell(true));
    socket.once("error", () => tell(false));
  });
}
