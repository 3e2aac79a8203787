import { appRouter } from "@meridian/api/server.ts";
import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import { describe, expect, test } from "vitest";
import { send, testHost } from "../../test/host.ts";
import { sampleRouter } from "../../test/sample-router.ts";

const app = await testHost({ router: sampleRouter(), env: { WEB_ORIGIN: "https://shop.example" } });
const cart = "meridian_cart=cart_01jv3ge8k2zt5y9m4n7q6r8s0w";

/** An unmodified client whose fetch is the server's own inject. */
const client = createTRPCClient<ReturnType<typeof sampleRouter>>({
  links: [
    httpBatchLink({
      url: "http://shop.example/trpc",
      fetch: async (input, init) => {
        const url = new URL(String(input));
        const response = await app.inject({
          method: init?.method === "POST" ? "POST" : "GET",
          url: `${url.pathname}${url.search}`,
          headers: init?.headers as Record<string, string>,
          ...(typeof init?.body === "string" && { payload: init.body }),
        });
        return new Response(response.body, { status: response.statusCode });
      },
    }),
  ],
});

test("a batch of queries is answered in one go", async () => {
  const [one, two] = await Promise.all([
    client.cart.get.query({ id: "a" }),
    client.cart.get.query({ id: "b" }),
  ]);
  expect([one.id, two.id]).toEqual(["a", "b"]);
});

test("of more calls at once than a page makes none is done", async () => {
  const batch = (count: number) => {
    const input = Object.fromEntries(Array.from({ length: count }, (_, n) => [n, { id: "a" }]));
    const query = `batch=1&input=${encodeURIComponent(JSON.stringify(input))}`;
    return send(app, "GET", `/trpc/${Array(count).fill("cart.get").join(",")}?${query}`);
  };
  expect((await batch(20)).status).toBe(200);
  expect((await batch(21)).status).toBe(400);
});

test("a refusal says the same as over REST", async () => {
  const error = await client.cart.change
    .mutate({ id: "one", text: "x", expectedVersion: 1 })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TRPCClientError);
  const rest = await send(app, "PUT", "/api/v1/notes/one", {
    body: { text: "x" },
    headers: { "if-match": '"1"' },
  });
  const { reason, status, details, current } = rest.body as Record<string, unknown>;
  expect((error as { data: { problem: object } }).data.problem).toMatchObject({
    reason,
    status,
    details,
    current,
  });
});

test("REST's coercion leaves tRPC's types alone", async () => {
  await send(app, "GET", "/api/v1/notes?limit=5&pinned=false");
  const input = encodeURIComponent(JSON.stringify({ limit: "5" }));
  const answer = await send(app, "GET", `/trpc/cart.list?input=${input}`);
  expect(answer.body).toMatchObject({ error: { data: { problem: { status: 400 } } } });
});

test.each([
  ["POST", "/trpc/cart.change", "{broken", 400, "request.broken_json"],
  ["GET", "/trpc/cart.nothing", undefined, 404, "request.not_found"],
  ["GET", "/trpc/cart.change", undefined, 405, "request.method_not_allowed"],
  ["POST", "/trpc/cart.remember", '{"id":"a\\u0000"}', 400, "request.unstorable_text"],
  ["POST", "/trpc/cart.remember", '{"id":5}', 400, "request.invalid_input"],
  ["POST", "/trpc/cart.remember", `"${"x".repeat(1_048_577)}"`, 413, "request.too_large"],
] as const)("%s %s answers in tRPC's envelope", async (method, url, body, status, reason) => {
  const answer = await send(app, method, url, { body });
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({
    error: { data: { httpStatus: status, problem: { reason } } },
  });
});

test("a wrong token is refused with the status that it has over REST", async () => {
  const answer = await send(app, "GET", "/trpc/cart.who?input=%7B%7D", {
    headers: { authorization: "Bearer wrong" },
  });
  expect(answer.status).toBe(401);
  expect(answer.body).toMatchObject({
    error: { data: { problem: { reason: "auth.token_invalid" } } },
  });
});

test("the guest's cart is in a cookie that scripts can't read", async () => {
  const set = await send(app, "POST", "/trpc/cart.remember", { body: { id: cart.slice(14) } });
  expect(set.headers["set-cookie"]).toBe(
    `${cart}; Max-Age=2592000; Path=/; HttpOnly; SameSite=Lax`,
  );
  const who = await send(app, "GET", "/trpc/cart.who?input=%7B%7D", { headers: { cookie: cart } });
  expect(who.body).toMatchObject({ result: { data: { cart: cart.slice(14) } } });
});

test.each([
  [{ "sec-fetch-site": "same-origin" }, 200],
  [{ "sec-fetch-site": "none" }, 200],
  [{}, 200],
  [{ origin: "https://shop.example" }, 200],
  [{ "sec-fetch-site": "same-site", origin: "https://shop.example" }, 200],
  [{ "sec-fetch-site": "cross-site" }, 403],
  [{ "sec-fetch-site": "cross-site", origin: "https://evil.example" }, 403],
  [{ "sec-fetch-site": "same-site", origin: "https://other.example" }, 403],
  [{ origin: "null" }, 403],
])("a write with the cookie and %j answers %i", async (headers, status) => {
  const write = (cookie: Record<string, string>) =>
    send(app, "POST", "/trpc/cart.remember", {
      body: { id: "x" },
      headers: { ...(headers as Record<string, string>), ...cookie },
    });
  expect((await write({ cookie: cart })).status).toBe(status);
  expect((await write({})).status).toBe(200);
});

describe("a stream that carries the cookie is held by the shop's own pages alone", () => {
  const get = (of: typeof app, path: string, site: string) =>
    send(of, "GET", `/trpc/${path}`, { headers: { cookie: cart, "sec-fetch-site": site } });
  const crossSite = {
    status: 403,
    body: { error: { data: { problem: { reason: "auth.cross_site" } } } },
  };

  test.each(["cart.follow", "cart%2Efollow", "cart.who,cart.follow?batch=1"])(
    "%s",
    async (path) => {
      expect(await get(app, path, "cross-site")).toMatchObject(crossSite);
      expect((await get(app, path, "same-origin")).status).not.toBe(403);
    },
  );

  test("a read may come from elsewhere", async () => {
    expect((await get(app, "cart.who?input=%7B%7D", "cross-site")).status).toBe(200);
  });

  test("those of the shop", async () => {
    const shop = await testHost({ router: appRouter });
    for (const path of ["live.watch", "live%2Ewatch", "events.follow"])
      expect(await get(shop, path, "cross-site")).toMatchObject(crossSite);
  });
});

test("pages of other origins may use REST without credentials, and tRPC not at all", async () => {
  const ask = (url: string, origin: string) =>
    send(app, "OPTIONS", url, { headers: { origin, "access-control-request-method": "PUT" } });
  const rest = await ask("/api/v1/notes/one", "https://anywhere.example");
  expect(rest.headers).toMatchObject({ "access-control-allow-origin": "*" });
  expect(rest.headers["access-control-allow-methods"]).toContain("PUT");
  expect(rest.headers["access-control-allow-headers"]).toContain("If-Match");
  expect(rest.headers["access-control-allow-credentials"]).toBeUndefined();
  const foreign = await ask("/trpc/cart.who", "https://anywhere.example");
  expect(foreign.headers["access-control-allow-origin"]).toBeUndefined();
  const own = await ask("/trpc/cart.who", "https://shop.example");
  expect(own.headers["access-control-allow-origin"]).toBe("https://shop.example");
});
