import { execFile } from "node:child_process";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { appRouter } from "@meridian/api/server.ts";
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import { describe, expect, test } from "vitest";
import { send, testHost } from "./host.ts";
import { audience, basic, bearerOf, issuer, makeClient, post, requestToken } from "./oauth.ts";
import { testShop } from "./shop.ts";

const { app, db } = await testShop();
const orders = "/api/v1/orders";

describe("a client's token", () => {
  test("is a signed JWT for this API that lives for minutes (RFC 9068)", async () => {
    const client = await makeClient(db, { scopes: ["orders:read", "inventory:read"] });
    const { status, headers, body } = await requestToken(app, client);
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(body).toMatchObject({
      token_type: "Bearer",
      expires_in: 600,
      scope: "orders:read inventory:read",
    });
    const token = String(body["access_token"]);
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: "EdDSA", typ: "at+jwt" });
    expect(decodeJwt(token)).toMatchObject({
      iss: issuer,
      aud: audience,
      sub: client.id,
      client_id: client.id,
      scope: "orders:read inventory:read",
    });
  });

  test("opens what its scopes allow, over both transports, and nothing else", async () => {
    const headers = await bearerOf(app, await makeClient(db, { scopes: ["orders:read"] }));
    expect((await send(app, "GET", orders, { headers })).status).toBe(200);
    expect((await send(app, "GET", "/trpc/orders.list?input={}", { headers })).status).toBe(200);
    const beyond = await send(app, "POST", "/api/v1/inventory/adjustments", {
      headers: { ...headers, "idempotency-key": "beyond" },
      body: {},
    });
    expect(beyond).toMatchObject({
      status: 403,
      headers: {
        "www-authenticate": 'Bearer error="insufficient_scope", scope="inventory:write"',
      },
      body: { reason: "auth.scope_missing", details: { scope: "inventory:write" } },
    });
  });

  test("can be narrower than the client", async () => {
    const client = await makeClient(db, { scopes: ["orders:read", "orders:write"] });
    const { body } = await requestToken(app, client, "orders:read");
    expect(body["scope"]).toBe("orders:read");
    expect(await requestToken(app, client, "orders:read catalog:write")).toMatchObject({
      status: 400,
      body: { error: "invalid_scope" },
    });
  });

  test("of one process is good at every other", async () => {
    const other = await testHost({ router: appRouter, db });
    const headers = await bearerOf(app, await makeClient(db, { scopes: ["orders:read"] }));
    expect((await send(other, "GET", orders, { headers })).status).toBe(200);
  });
});

describe("no token for", () => {
  const refused = { status: 401, body: { error: "invalid_client" } };

  test("a wrong secret, an unknown client, a disabled one", async () => {
    const client = await makeClient(db);
    const wrong = await requestToken(app, { ...client, secret: "wrong" });
    expect(wrong).toMatchObject(refused);
    expect(wrong.headers["www-authenticate"]).toContain("Basic");
    expect(await requestToken(app, { ...client, id: "client_nobody" })).toMatchObject(refused);
    await db.$client`update oauth_client set disabled = true where client_id = ${client.id}`;
    expect(await requestToken(app, client)).toMatchObject(refused);
  });

  test("no secret at all, another grant, another API", async () => {
    const client = await makeClient(db);
    const ask = (form: Record<string, string>) => post(app, "/oauth2/token", form, basic(client));
    expect(await post(app, "/oauth2/token", { grant_type: "client_credentials" })).toMatchObject({
      body: { error: "invalid_request" },
    });
    expect(await ask({ grant_type: "password", username: "a", password: "b" })).toMatchObject({
      status: 400,
      body: { error: "unsupported_grant_type" },
    });
    expect(
      await ask({ grant_type: "client_credentials", resource: "https://elsewhere.example" }),
    ).toMatchObject({ status: 400, body: { error: "invalid_target" } });
  });

  test("what is not a form", async () => {
    const client = await makeClient(db);
    const body = { grant_type: "client_credentials" };
    expect(
      await send(app, "POST", "/oauth2/token", { body, headers: basic(client) }),
    ).toMatchObject({ status: 415, body: { reason: "request.unsupported_media_type" } });
  });

  test("the demo client where the shop is real", async () => {
    const demo = { id: "demo", secret: "a secret that npm start prints for all" };
    const env = { MERIDIAN_DEMO_CLIENT_ID: demo.id, MERIDIAN_DEMO_CLIENT_SECRET: demo.secret };
    const at = (over: Record<string, string>) =>
      testHost({ router: appRouter, db, env: { ...env, ...over } });
    expect(await requestToken(await at({ NODE_ENV: "production" }), demo)).toMatchObject(refused);
    const shown = await at({ NODE_ENV: "production", MERIDIAN_DEMO: "1" });
    const { status, body } = await requestToken(shown, demo, "inventory:write");
    expect([status, body["scope"]]).toEqual([200, "inventory:write"]);
  });
});

describe("the authority says", () => {
  test("where it is and what it can (RFC 8414)", async () => {
    const { status, headers, body } = await send(
      app,
      "GET",
      "/.well-known/oauth-authorization-server",
    );
    expect([status, headers["cache-control"]]).toEqual([200, "public, max-age=3600"]);
    expect(body).toMatchObject({
      issuer,
      token_endpoint: `${issuer}/oauth2/token`,
      introspection_endpoint: `${issuer}/oauth2/introspect`,
      revocation_endpoint: `${issuer}/oauth2/revoke`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      grant_types_supported: expect.arrayContaining(["client_credentials"]) as string[],
      code_challenge_methods_supported: ["S256"],
      scopes_supported: expect.arrayContaining(["inventory:write"]) as string[],
    });
  });

  test("its public keys, by which anybody verifies its tokens", async () => {
    const { authorization } = await bearerOf(app, await makeClient(db));
    await app.listen({ port: 0, host: "127.0.0.1" });
    const { port } = app.server.address() as AddressInfo;
    const keys = createRemoteJWKSet(new URL(`http://127.0.0.1:${port}/.well-known/jwks.json`));
    const { payload } = await jwtVerify(authorization.slice(7), keys, { issuer, audience });
    expect(payload["client_id"]).toMatch(/^client_/);
    const { text } = await send(app, "GET", "/.well-known/jwks.json");
    // The private part of an Ed25519 key.
    expect(text).not.toContain('"d"');
  });

  test("whether a token is active, to the client it was made for", async () => {
    const client = await makeClient(db);
    const { body } = await requestToken(app, client);
    const token = String(body["access_token"]);
    const ask = (form: Record<string, string>, as = client) =>
      post(app, "/oauth2/introspect", form, basic(as));
    expect((await ask({ token })).body).toMatchObject({
      active: true,
      client_id: client.id,
      scope: "inventory:read",
      token_type: "Bearer",
    });
    expect((await ask({ token: `${token.slice(0, -9)}AAAAAAAAA` })).body).toEqual({
      active: false,
    });
    expect((await ask({ token: "made-up" })).body).toEqual({ active: false });
    expect((await ask({ token }, await makeClient(db))).body).toEqual({ active: false });
    expect((await post(app, "/oauth2/introspect", { token })).status).toBe(401);
  });
});

test("`meridian client create` makes a client that works, and none with a scope that there is not", async () => {
  const run = promisify(execFile);
  const cli = fileURLToPath(new URL("../../../packages/db/src/cli/main.ts", import.meta.url));
  const { host, port, user, pass, database } = db.$client.options;
  const env = {
    ...process.env,
    DATABASE_URL: `postgres://${user}:${String(pass)}@${host[0]}:${port[0]}/${database}`,
  };
  const create = (...scopes: string[]) =>
    run(process.execPath, [cli, "client", "create", "--name", "ERP", "--scope", ...scopes], {
      env,
    });
  const { stdout } = await create("orders:read,inventory:read", "orders:write");
  const [, id = "", secret = ""] = /client id +(\S+)\s+client secret +(\S+)/.exec(stdout) ?? [];
  const { status, body } = await requestToken(app, { id, secret });
  expect([status, body["scope"]]).toEqual([200, "orders:read inventory:read orders:write"]);
  await expect(create("orders:everything")).rejects.toMatchObject({
    stderr: expect.stringContaining('There is no scope "orders:everything"') as string,
  });
});

test("revoking what is not known is done already; a signed token can't be taken back (RFC 7009)", async () => {
  const client = await makeClient(db);
  const { body } = await requestToken(app, client);
  const token = String(body["access_token"]);
  const revoke = (form: Record<string, string>, as = client) =>
    post(app, "/oauth2/revoke", form, basic(as));
  expect((await revoke({ token: "made-up" })).status).toBe(200);
  expect((await revoke({ token: `${token.slice(0, -9)}AAAAAAAAA` })).status).toBe(200);
  expect(await revoke({ token })).toMatchObject({
    status: 400,
    body: { error: "unsupported_token_type" },
  });
  expect((await revoke({ token: "made-up" }, { ...client, secret: "wrong" })).status).toBe(401);
});

test("too many who ask for tokens from one address are told to wait", async () => {
  await db.$client`update rate_window set count = 300, ends_at = now() + interval '1 minute'`;
  expect(await requestToken(app, await makeClient(db))).toMatchObject({
    status: 429,
    headers: {
      "retry-after": expect.stringMatching(/^[1-6]?\d$/) as string,
      "ratelimit-policy": expect.stringContaining(', "token";q=300;w=60') as string,
      ratelimit: expect.stringContaining(', "token";r=0;t=') as string,
    },
    body: { reason: "auth.too_many_attempts" },
  });
  await db.$client`delete from rate_window`;
});

test("a key that signs no more still verifies, until it is published no more", async () => {
  const client = await makeClient(db, { scopes: ["orders:read"] });
  const first = await bearerOf(app, client);
  const kidOf = ({ authorization }: typeof first) =>
    decodeProtectedHeader(authorization.slice(7)).kid;
  const ended = (hours: number) =>
    db.$client`update signing_key set expires_at = now() - make_interval(hours => ${hours})`;

  await ended(1);
  const second = await bearerOf(app, client);
  expect(kidOf(second)).not.toBe(kidOf(first));
  const { body } = await send(app, "GET", "/.well-known/jwks.json");
  const kids = (body as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
  expect(kids).toEqual(expect.arrayContaining([kidOf(first), kidOf(second)]));
  for (const headers of [first, second]) {
    const fresh = await testHost({ router: appRouter, db });
    expect((await send(fresh, "GET", orders, { headers })).status).toBe(200);
  }

  await ended(25);
  const later = await testHost({ router: appRouter, db });
  expect(await send(later, "GET", orders, { headers: first })).toMatchObject({
    status: 401,
    body: { reason: "auth.token_invalid" },
  });
});
