/**
 * Web Locks, shared by the tabs of this browser. A page without TLS (a phone on the developer's own
 * network) has none, and one that may keep nothing is denied them: there every tab works for itself, which the
 * server tolerates.
 */
const locks = (): LockManager | undefined => (navigator as Partial<Navigator>).locks;

/** Runs when the lock is free, and holds it until the work is done. @throws what the work throws, or AbortError */
export async function withLock(
  name: string,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  let isBegun = false;
  const begin = () => {
    isBegun = true;
    return work();
  };
  try {
    await (locks()?.request(name, { signal }, begin) ?? begin());
  } catch (error) {
    if (isBegun || signal.aborted) throw error;
    await work();
  }
}
