import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LiveConnection } from "./live-connection.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => vi.useRealTimers());

/** A connection to an API that says nothing, with the topics of each stream that was opened, and a way to end the last. */
function connect() {
  const opened: string[] = [];
  let end = () => {};
  vi.stubGlobal("fetch", async (url: string, { signal }: { signal: AbortSignal }) => {
    opened.push(new URLSearchParams(url.split("?")[1]).get("topics") ?? "");
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        end = () => controller.close();
        signal.addEventListener("abort", () => controller.error(signal.reason));
      },
    });
    return new Response(body);
  });
  const statuses: string[] = [];
  const connection = new LiveConnection({
    onFrame: () => {},
    onStatus: (status) => statuses.push(status),
    onHeartbeat: () => {},
  });
  return { connection, opened, statuses, end: () => end() };
}

const soon = () => vi.advanceTimersByTimeAsync(2_000);

test("what is watched anew after a stream that ended while nothing was watched has a new stream", async () => {
  const { connection, opened, statuses, end } = connect();
  connection.watch(["stock:a"]);
  await soon();
  connection.watch([]);
  end();
  await soon();
  expect(statuses.at(-1)).toBe("idle");
  connection.watch(["stock:a"]);
  await soon();
  expect(opened).toEqual(["stock:a", "stock:a"]);
  expect(statuses.at(-1)).toBe("connected");
  connection.close();
});

test("topics that fall away do not cut the stream", async () => {
  const { connection, opened, statuses } = connect();
  connection.watch(["stock:a", "stock:b"]);
  await soon();
  connection.watch(["stock:b"]);
  await soon();
  connection.watch(["stock:a"]);
  await soon();
  expect(opened).toEqual(["stock:a,stock:b"]);
  expect(statuses).toEqual(["connecting", "connected"]);
  connection.close();
});
