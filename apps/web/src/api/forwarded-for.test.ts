import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { tellAddresses } from "./forwarded-for.ts";

test("who asks is told behind what they say of themselves", async () => {
  tellAddresses();
  const server = createServer((request, response) =>
    response.end(String(request.headers["x-forwarded-for"])),
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const ask = async (headers?: Record<string, string>) => (await fetch(url, { headers })).text();
  expect(await ask()).toBe("127.0.0.1");
  expect(await ask({ "x-forwarded-for": "9.9.9.9" })).toBe("9.9.9.9, 127.0.0.1");
  server.closeAllConnections();
  server.close();
});
