import type postgres from "postgres";

/** Thrown before anything is sent: made-up data must never reach a database that others use. */
export class NotLocalError extends Error {
  override name = "NotLocalError";
}

const isLoopback = (host: string) =>
  /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host) || host.startsWith("/");

/**
 * Refuses a client whose database is not on this machine (loopback or a Unix socket). It asks the driver where it
 * would connect, so several hosts in one address and PGHOST count as well.
 * @throws NotLocalError
 */
export function requireLocal(client: postgres.Sql): void {
  const hosts: readonly string[] = [client.options.host].flat();
  const elsewhere = hosts.find((host) => !isLoopback(host));
  if (elsewhere !== undefined || hosts.length === 0) {
    throw new NotLocalError(
      `The demo data is only for a database on this machine, and "${elsewhere ?? "?"}" is not. Nothing was written.`,
    );
  }
}
