import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";

const stopped: string[] = [];
const api = createServer((request, response) => {
  stopped.push(request.url ?? "");
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ result: { data: { hasChanged: true } } }));
});
afterEach(() => {
  vi.unstubAllEnvs();
  api.closeAllConnections();
  api.close();
});

test("a mail program ends surveys with whatever it posts", async () => {
  await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("API_URL", `http://127.0.0.1:${(api.address() as AddressInfo).port}`);
  vi.resetModules();
  const { POST } = await import("./route.ts");
  const bodies = [new URLSearchParams({ "List-Unsubscribe": "One-Click" }), "One-Click", undefined];
  for (const body of bodies) {
    const url = "https://shop.example/surveys/unsubscribe?token=t";
    const init = { method: "POST", ...(body !== undefined && { body }) };
    expect(await (await POST(new Request(url, init))).text()).toBe("Done");
  }
  expect(stopped).toHaveLength(bodies.length);
});
