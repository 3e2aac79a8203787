import { beforeEach, expect, test, vi } from "vitest";
import { LiveClient } from "./live-client.ts";

beforeEach(() => {
  const { locks } = navigator;
  vi.stubGlobal("navigator", { onLine: true, locks });
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("fetch", () => new Promise(() => {}));
});

/** A tab that watches so many topics. */
function openTab(name: string, count: number, onUncarried = () => {}) {
  const client = new LiveClient({ onFrame: () => {}, onUncarried });
  const close = client.start();
  for (let index = 0; index < count; index++) client.watch(`stock:${name}${index}`, 1);
  return { client, close };
}

test("each tab knows which of its topics the one stream has no room for", async () => {
  const [first, second] = [openTab("a", 40), openTab("b", 40)];
  const left = () => [first.client, second.client].map((client) => client.uncarried().length);
  await vi.waitFor(() => expect(left()).toEqual([15, 15]));
  second.close();
  await vi.waitFor(() => expect(first.client.uncarried()).toEqual([]));
  first.close();
});

test("the tab that leads next tells it anew", async () => {
  const [first, second] = [openTab("a", 40), openTab("b", 40)];
  await vi.waitFor(() => expect(second.client.uncarried()).toHaveLength(15));
  first.close();
  await vi.waitFor(() => expect(second.client.uncarried()).toEqual([]));
  second.close();
});

test("while there is something that the stream has no room for, it is told every 7 s", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const onUncarried = vi.fn<() => void>();
  const tab = openTab("a", 50, onUncarried);
  await vi.waitFor(() => expect(tab.client.uncarried()).toEqual([]));
  vi.advanceTimersByTime(70_000);
  expect(onUncarried).not.toHaveBeenCalled();
  const leave = tab.client.watch("stock:one-more", 1);
  vi.advanceTimersByTime(14_000);
  expect(onUncarried).toHaveBeenCalledTimes(2);
  leave();
  vi.advanceTimersByTime(70_000);
  expect(onUncarried).toHaveBeenCalledTimes(2);
  tab.close();
  vi.useRealTimers();
});
