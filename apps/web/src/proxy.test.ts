import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { problemOf } from "#api/problem.ts";
import { proxy } from "./proxy.ts";

const api = createServer((_request, response) => response.end("the API"));
let origin = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
});
afterAll(() => {
  vi.unstubAllEnvs();
  api.close();
});

const ask = (path: string) => proxy(new NextRequest(`http://shop.example${path}`));
const nobody = "http://127.0.0.1:9";

test("what belongs to the API is sent on to it", async () => {
  vi.stubEnv("API_URL", origin);
  const answer = await ask("/api/v1/products?limit=1");
  expect(answer.headers.get("x-middleware-rewrite")).toBe(`${origin}/api/v1/products?limit=1`);
});

test("while the API is away, REST answers with a problem", async () => {
  vi.stubEnv("API_URL", nobody);
  const answer = await ask("/api/v1/products?limit=1");
  expect(answer.status).toBe(503);
  expect(answer.headers.get("content-type")).toMatch("application/problem+json");
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  expect(await answer.json()).toMatchObject({
    status: 503,
    reason: "service.unavailable",
    instance: "/api/v1/products",
  });
});

test("while the API is away, an unmodified tRPC client reads why", async () => {
  vi.stubEnv("API_URL", nobody);
  const client = createTRPCClient({
    links: [httpBatchLink({ url: "/trpc", fetch: (input) => ask(input as string) as never })],
  }) as unknown as { cart: { current: { query(input: object): Promise<unknown> } } };
  const error = await client.cart.current.query({}).catch((thrown: unknown) => thrown);
  expect(problemOf(error)).toMatchObject({ reason: "service.unavailable", status: 503 });
});

test("it is sent on again as soon as the API is back", async () => {
  vi.stubEnv("API_URL", nobody);
  expect((await ask("/media/a.avif")).status).toBe(503);
  vi.stubEnv("API_URL", origin);
  await expect.poll(async () => (await ask("/media/a.avif")).status, { timeout: 60_000 }).toBe(200);
});

const arrive = (headers: Record<string, string>) =>
  proxy(new NextRequest("http://shop.example/", { headers }));
const place = (response: Response) => response.headers.get("location");

test("who arrives is taken to their language and market", async () => {
  expect(place(await arrive({ "accept-language": "de-DE,de;q=0.9" }))).toMatch(/\/de$/);
  expect(place(await arrive({ "accept-language": "ja-JP" }))).toMatch(/\/ja$/);
  expect(place(await arrive({ "accept-language": "en-GB,en;q=0.9" }))).toMatch(/\/uk$/);
  expect(place(await arrive({ "accept-language": "en-US,en;q=0.9" }))).toBeNull();
  expect(place(await arrive({}))).toBeNull();
});

test("what was chosen counts more than what the browser says", async () => {
  const browser = { "accept-language": "de-DE" };
  expect(place(await arrive({ ...browser, cookie: "meridian_language=en" }))).toBeNull();
  const british = { "accept-language": "en-GB", cookie: "meridian_region=eu" };
  expect(place(await arrive(british))).toBeNull();
  // Home from a page of the shop: its language was chosen by coming to it.
  expect(place(await arrive({ ...browser, "sec-fetch-site": "same-origin" }))).toBeNull();
});

test("another language keeps the page, its query and the market", async () => {
  const answer = await ask("/ja/search?q=cup&language=en");
  expect(place(answer)).toBe("http://shop.example/search?q=cup");
  expect(answer.headers.getSetCookie().join("\n")).toMatch(/meridian_language=en/);
  expect(answer.headers.getSetCookie().join("\n")).toMatch(/meridian_region=jp/);
});

test("another market keeps the page and its language", async () => {
  const answer = await ask("/de/uk/products/cup?region=us");
  expect(place(answer)).toBe("http://shop.example/de/products/cup");
  expect(answer.headers.getSetCookie().join("\n")).toMatch(/meridian_region=us/);
});
