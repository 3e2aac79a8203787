import { createServer } from "node:http";
import { freePort } from "@meridian/tooling/process/ports.ts";
import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";

const server = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ result: { data: { items: [] } } }));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  server.closeAllConnections();
  server.close();
});

test("started without its API, the storefront says so to who needs it at once; pages wait for it", async () => {
  const port = await freePort();
  vi.stubEnv("API_URL", `http://127.0.0.1:${port}`);
  const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
  // As a process begins, which has not looked for its API yet.
  vi.resetModules();
  const { proxy } = await import("../proxy.ts");
  const { api } = await import("./server.ts");

  const refused = await proxy(new NextRequest("http://shop.example/trpc/cart.current"));
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(3);

  const page = api.catalog.categories.query({});
  await vi.waitFor(() => expect(said).toHaveBeenCalled(), { timeout: 20_000 });
  server.listen(port, "127.0.0.1");
  expect(await page).toEqual({ items: [] });
});
