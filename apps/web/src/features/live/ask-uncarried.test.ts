import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askUncarried } from "./ask-uncarried.ts";
import { liveKey } from "./live-cache.ts";

const [carried, uncarried] = ["stock:carried", "stock:uncarried"] as const;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Two numbers on the screen, of which one is carried, and an API that can stop answering. */
function show() {
  const page = { hidden: false };
  vi.stubGlobal("document", page);
  const live = { isStale: false };
  const api = { answers: true, asked: 0, available: 3 };
  const queryClient = new QueryClient();
  const observers = [carried, uncarried].map((topic) => {
    const observer = new QueryObserver(queryClient, {
      queryKey: liveKey(topic),
      queryFn: () => {
        if (topic === uncarried) api.asked += 1;
        return api.answers ? Promise.resolve(api.available) : new Promise<never>(() => {});
      },
      staleTime: Infinity,
    });
    return observer.subscribe(() => {});
  });
  const ask = () =>
    askUncarried(queryClient, {
      uncarried: () => [uncarried, "order:uncarried"],
      getState: () => ({ status: "connected", isStale: live.isStale }),
    });
  const asking = setInterval(ask, 7_000);
  const end = () => {
    clearInterval(asking);
    for (const leave of observers) leave();
  };
  const number = (topic: string) => queryClient.getQueryData<number>(liveKey(topic));
  return { api, live, page, ask, number, end };
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);

test("what the stream does not carry is asked for, and is never 10 s old", async () => {
  const { api, number, end } = show();
  await seconds(1);
  api.available = 2;
  await seconds(10);
  expect([number(carried), number(uncarried)]).toEqual([3, 2]);
  await seconds(60);
  expect(api.asked).toBeLessThan(12);
  end();
});

test("when it is not answered there is no number; it is there again with the next answer", async () => {
  const { api, number, end } = show();
  await seconds(1);
  api.answers = false;
  await seconds(10);
  expect([number(carried), number(uncarried)]).toEqual([3, undefined]);
  api.answers = true;
  await seconds(10);
  expect(number(uncarried)).toBe(3);
  end();
});

test("nothing is asked while nobody looks, and nothing old is there when somebody does again", async () => {
  const { api, page, ask, number, end } = show();
  await seconds(1);
  page.hidden = true;
  ask();
  expect([number(carried), number(uncarried)]).toEqual([3, undefined]);
  const { asked } = api;
  await seconds(60);
  expect(api.asked).toBe(asked);
  page.hidden = false;
  ask();
  await seconds(0);
  expect(number(uncarried)).toBe(3);
  end();
});

test("nothing is asked while there is no stream either", async () => {
  const { api, live, number, end } = show();
  await seconds(1);
  live.isStale = true;
  const { asked } = api;
  await seconds(60);
  expect([api.asked, number(uncarried)]).toEqual([asked, undefined]);
  end();
});
