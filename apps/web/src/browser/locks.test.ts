import { afterEach, expect, test, vi } from "vitest";
import { withLock } from "./locks.ts";

afterEach(() => vi.unstubAllGlobals());

type Request = LockManager["request"];

function stubLocks(request: (work: () => Promise<void>) => Promise<void>): void {
  const answer = ((_name: string, _options: unknown, work: () => Promise<void>) =>
    request(work)) as Request;
  vi.stubGlobal("navigator", { locks: { request: answer } });
}

const { signal } = new AbortController();
const denied = () => Promise.reject(new DOMException("The request was denied.", "SecurityError"));

test("who may have no lock works without", async () => {
  stubLocks(denied);
  const work = vi.fn<() => Promise<void>>(() => Promise.resolve());
  await withLock("a", signal, work);
  expect(work).toHaveBeenCalledOnce();
});

test("work that fails under the lock is not done again", async () => {
  stubLocks((work) => work());
  const work = vi.fn<() => Promise<void>>(() => Promise.reject(new Error("broken")));
  await expect(withLock("a", signal, work)).rejects.toThrow("broken");
  expect(work).toHaveBeenCalledOnce();
});

test("who no longer waits for the lock does not begin", async () => {
  const leave = new AbortController();
  leave.abort();
  stubLocks(() => Promise.reject(new DOMException("", "AbortError")));
  const work = vi.fn<() => Promise<void>>(() => Promise.resolve());
  await expect(withLock("a", leave.signal, work)).rejects.toThrow();
  expect(work).not.toHaveBeenCalled();
});
