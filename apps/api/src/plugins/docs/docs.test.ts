import { expect, test } from "vitest";
import { send, testHost } from "../../../test/host.ts";
import { sampleRouter } from "../../../test/sample-router.ts";

const app = await testHost({ router: sampleRouter() });
const get = (url: string) => send(app, "GET", url);

test("the address of the API says what is there, and all of it is", async () => {
  for (const url of ["/api/v1", "/api/v1/"]) {
    const { status, body } = await get(url);
    expect(status).toBe(200);
    // Those two ask the database.
    const { products, authorization, ...links } = (
      body as { links: Record<string, string | string[]> }
    ).links;
    expect([products, authorization]).not.toContain(undefined);
    for (const link of Object.values(links).flat()) expect((await get(link)).status).toBe(200);
  }
});

test.each([
  ["/", "/docs/"],
  ["/docs/guides", "/docs/guides/authenticate"],
  ["/docs/guides/", "/docs/guides/authenticate"],
  ["/docs/problems/cart.out_of_stock", "/docs/problems#cart.out_of_stock"],
])("%s leads to %s", async (from, to) => {
  const { status, headers } = await get(from);
  expect([status, headers["location"]]).toEqual([302, to]);
});

test("a reason that there is not is not found", async () => {
  expect((await get("/docs/problems/constructor")).status).toBe(404);
});
