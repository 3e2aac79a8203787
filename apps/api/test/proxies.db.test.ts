import { appRouter } from "@meridian/api/server.ts";
import { expect, test } from "vitest";
import { send, testHost } from "./host.ts";
import { testShop } from "./shop.ts";

const { app, db } = await testShop();
const behindOne = await testHost({ router: appRouter, db, env: { TRUST_PROXY: "1" } });
const behindNet = await testHost({ router: appRouter, db, env: { TRUST_PROXY: "127.0.0.0/8" } });

/** Asks for a mail to somebody else each time. */
const ask = (host: typeof app, path: string, forwarded: string) =>
  send(host, "POST", `/api/v1/users${path}`, {
    headers: { "x-forwarded-for": forwarded },
    body: {
      email: `${crypto.randomUUID()}@example.com`,
      ...(path === "" && { name: "Ada", password: "a long password" }),
    },
  });

const mails = ["", "/verifications", "/password-resets"];

test.each([
  ["one proxy", behindOne],
  ["proxies of a network", behindNet],
])("behind %s each shopper has an address, and chooses none", async (_, host) => {
  await db.$client`delete from rate_window`;
  const statuses: number[] = [];
  for (let n = 0; n < 31; n++) {
    const path = mails[n % mails.length] ?? "";
    statuses.push((await ask(host, path, `10.9.8.${n}, 198.51.100.7`)).status);
  }
  expect(statuses).toEqual([...Array<number>(30).fill(200), 429]);
  expect((await ask(host, "", "198.51.100.8")).status).toBe(200);
});

test("without a proxy nobody is believed what they say of themselves", async () => {
  await db.$client`delete from rate_window`;
  for (let n = 0; n < 30; n++) await ask(app, "/password-resets", `203.0.113.${n}`);
  for (const path of mails) expect((await ask(app, path, "203.0.113.99")).status).toBe(429);
});
