import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { POST } from "./route.ts";

const asked: { cookie: string | undefined; from: string | undefined }[] = [];
const problem = { reason: "cart.line_limit", status: 422, message: "", details: {} };
/** Refuses whatever it is asked. */
const api = createServer(({ headers }, response) => {
  // The first: this process may add who is connected (`forwarded-for.test.ts`).
  const from = String(headers["x-forwarded-for"]).split(",")[0];
  asked.push({ cookie: headers.cookie, from });
  const data = { code: "UNPROCESSABLE_CONTENT", httpStatus: 422, problem };
  response.writeHead(422, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { message: "", code: -32022, data } }));
});
let origin = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(() => api.close());

/** "Add to bag" without JavaScript, and what the server's log says of it. */
async function press(apiUrl: string) {
  vi.stubEnv("API_URL", apiUrl);
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const answer = await POST(
    new Request("http://shop.example/bag", {
      method: "POST",
      headers: {
        origin: "http://shop.example",
        host: "shop.example",
        cookie: "meridian_region=uk",
        "x-forwarded-for": "203.0.113.9",
      },
      body: new URLSearchParams({ variantId: "var_1", product: "cup", language: "de" }),
    }),
  );
  return { answer, logged: log.mock.calls.flat() };
}

test("an API that is away is said to the shopper, and in the log", async () => {
  const { answer, logged } = await press("http://127.0.0.1:9");
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toMatch(/^\/de\/cart\/refused\?/);
  expect(logged).toEqual([expect.objectContaining({ name: "TRPCClientError" })]);
});

test("a refusal is no failure; the API is told who asks, not who asks for them", async () => {
  const { answer, logged } = await press(origin);
  expect(answer.headers.get("location")).toContain("cart.line_limit");
  expect(logged).toEqual([]);
  expect(asked).toEqual([{ cookie: "meridian_region=uk", from: "203.0.113.9" }]);
});
