/**
 * Web Locks, shared by the tabs of this browser. A page without TLS (a phone on the developer's own
 * network) has none: there every tab works for itself, which the server tolerates.
 */
const locks = (): LockManager | undefined => ("locks" in navigator ? navigator.locks : undefined);

/** Runs when the lock is free, and holds it until the work is done. @throws what the work throws, or AbortError */
export async function withLock(
  name: string,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  const manager = locks();
  if (manager) await manager.request(name, { signal }, work);
  else await work();
}
