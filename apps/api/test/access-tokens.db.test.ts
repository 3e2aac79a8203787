import { exportSPKI, SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { send } from "./host.ts";
import { publishedKey } from "./oauth.ts";
import { testShop } from "./shop.ts";

const { app, db } = await testShop();
const key = await publishedKey(db);
const orders = "/api/v1/orders";
const now = () => Math.floor(Date.now() / 1000);

const read = (token: string) =>
  send(app, "GET", orders, { headers: { authorization: `Bearer ${token}` } });

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as object;

test("a token that this shop's key signed for it is good", async () => {
  expect((await read(await key.sign())).status).toBe(200);
});

describe("a token is refused", () => {
  const forgeries: Record<string, () => Promise<string>> = {
    "for another audience": () => key.sign({ aud: "http://localhost:4000/other" }),
    "of another issuer": () => key.sign({ iss: "https://elsewhere.example" }),
    "that has expired": () => key.sign({ iat: now() - 700, exp: now() - 1 }),
    "that never expires": () => key.sign({ exp: undefined }),
    "that begins later": () => key.sign({ nbf: now() + 60 }),
    "of nobody": () => key.sign({ client_id: undefined }),
    "that is another kind of JWT": () => key.sign({}, { typ: "JWT" }),
    "with an unknown kid": () => key.sign({}, { kid: "made-up" }),
    "without a kid": () => key.sign({}, { kid: undefined }),
    "under alg none": async () =>
      `${encode({ alg: "none", typ: "at+jwt", kid: key.kid })}.${encode(claimsOf(await key.sign()))}.`,
    "signed by HMAC with the public key": async () =>
      new SignJWT({ ...claimsOf(await key.sign()) })
        .setProtectedHeader({ alg: "HS256", typ: "at+jwt", kid: key.kid })
        .sign(new TextEncoder().encode(await exportSPKI(key.publicKey))),
    "signed by a key that only the kid is right of": async () =>
      (await publishedKey(db)).sign({}, { kid: key.kid }),
    "whose claims were changed": async () => {
      const [head, , signature] = (await key.sign({ scope: "inventory:read" })).split(".");
      return `${head}.${encode(claimsOf(await key.sign()))}.${signature}`;
    },
    "whose key is named by a URL in it": () =>
      key.sign({}, { kid: "k", jku: "http://127.0.0.1:9/jwks" }),
    "that is no JWT": async () => "made-up",
    "that is almost one": async () => "a.b.c",
  };

  test.for(Object.keys(forgeries))("%s", async (name) => {
    const token = (await forgeries[name]?.()) ?? "";
    expect(await read(token)).toMatchObject({
      status: 401,
      headers: { "www-authenticate": 'Bearer error="invalid_token"' },
      body: { reason: "auth.token_invalid" },
    });
    // Also where no token is needed, and over the other transport.
    const headers = { authorization: `Bearer ${token}` };
    expect((await send(app, "GET", "/api/v1/products", { headers })).status).toBe(401);
    const trpc = await send(app, "GET", "/trpc/orders.list?input={}", { headers });
    expect(trpc).toMatchObject({
      status: 401,
      body: { error: { data: { problem: { reason: "auth.token_invalid" } } } },
    });
  });
});

test("what a token is allowed is what it says, of what there is", async () => {
  const token = await key.sign({ scope: "orders:write everything" });
  expect(await read(token)).toMatchObject({
    status: 403,
    body: { reason: "auth.scope_missing", details: { scope: "orders:read" } },
  });
});

test("another scheme than Bearer is refused", async () => {
  const headers = { authorization: "Basic YTpi" };
  expect((await send(app, "GET", "/api/v1/products", { headers })).status).toBe(401);
});

test("verifying waits for no table: keys that are known are in memory", async () => {
  await read(await key.sign());
  await db.transaction(async (tx) => {
    await tx.execute("lock table signing_key, oauth_client in access exclusive mode");
    for (let n = 0; n < 20; n++) {
      expect((await read(await key.sign({ jti: `${n}` }))).status).toBe(200);
    }
  });
});
