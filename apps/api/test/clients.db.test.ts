import { addApplication } from "@meridian/db/api-clients.ts";
import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { expect, test } from "vitest";
import { makeUser } from "./accounts.ts";
import { send } from "./host.ts";
import { bearerOf, makeClient, requestToken } from "./oauth.ts";
import { testShop } from "./shop.ts";

const { app, db } = await testShop();

const dataOf = <T>({ body }: { body: unknown }) => (body as { result: { data: T } }).result.data;

test("an admin makes a client, which works until it is disabled", async () => {
  const { headers } = await makeUser(app, db, "admin");
  const made = await send(app, "POST", "/trpc/clients.create", {
    headers,
    body: { name: "Warehouse", scopes: ["orders:read"] },
  });
  const { id } = dataOf<{ id: string }>(made);
  expect(made.body).toMatchObject({
    result: { data: { name: "Warehouse", kind: "system", isDisabled: false } },
  });
  const body = { clientId: id };
  const renew = async () => {
    const answer = await send(app, "POST", "/trpc/clients.renewSecret", { headers, body });
    return { id, secret: dataOf<{ secret: string }>(answer).secret };
  };
  const before = await renew();
  const client = await renew();
  expect((await requestToken(app, before)).status).toBe(401);
  expect((await requestToken(app, client)).body["scope"]).toBe("orders:read");
  const list = await send(app, "GET", "/trpc/clients.list?input={}", { headers });
  expect(list.text).toContain(client.id);
  expect(list.text).not.toContain(client.secret);
  expect((await send(app, "POST", "/trpc/clients.disable", { headers, body })).status).toBe(200);
  expect((await requestToken(app, client)).status).toBe(401);
});

test("staff and shoppers make none; nobody gives more than they have", async () => {
  const body = { name: "Mine", scopes: ["orders:read"] };
  for (const role of ["staff", "shopper"] as const) {
    const { headers } = await makeUser(app, db, role);
    expect((await send(app, "POST", "/trpc/clients.create", { headers, body })).status).toBe(403);
  }
  const headers = await bearerOf(app, await makeClient(db, { scopes: ["clients:write"] }));
  const more = await send(app, "POST", "/api/v1/clients", { headers, body });
  expect(more).toMatchObject({ status: 403, body: { details: { scope: "orders:read" } } });
  const same = { name: "Twin", scopes: ["clients:write"] };
  expect((await send(app, "POST", "/api/v1/clients", { headers, body: same })).status).toBe(201);
  const unknown = { name: "None", scopes: ["everything"] };
  expect(await send(app, "POST", "/api/v1/clients", { headers, body: unknown })).toMatchObject({
    status: 422,
    body: { reason: "client.unknown_scope" },
  });
});

test("who renews a secret gets no client that may more than they", async () => {
  const headers = await bearerOf(app, await makeClient(db, { scopes: ["clients:write"] }));
  const renew = ({ id }: { id: string }) =>
    send(app, "PUT", `/api/v1/clients/${id}/secret`, { headers, body: {} });
  const stronger = await makeClient(db, { scopes: ["clients:write", "orders:write"] });
  const refused = await renew(stronger);
  expect(refused).toMatchObject({ status: 403, body: { reason: "auth.scope_missing" } });
  expect((await requestToken(app, stronger)).status).toBe(200);
  const application = await addApplication(db, {
    name: "Ledger",
    scopes: ["orders:read"],
    redirectUris: ["https://app.example/back"],
    isPublic: false,
  });
  expect((await renew(application)).status).toBe(403);
  const equal = await makeClient(db, { scopes: ["clients:write"] });
  expect((await renew(equal)).status).toBe(200);
  expect((await requestToken(app, equal)).status).toBe(401);
});

test("what clients and staff did is kept, once each; what shoppers did is not", async () => {
  const client = await makeClient(db, { scopes: ["inventory:write", "audit:read"] });
  const headers = await bearerOf(app, client);
  const staff = await makeUser(app, db, "staff");
  const shopper = await makeUser(app, db);
  const locationId = await makeLocation(db);
  const { variantId } = await makeVariant(db, { stock: { [locationId]: 9 } });
  const idempotencyKey = crypto.randomUUID();
  const adjust = (key: string, delta = -1) =>
    send(app, "POST", "/api/v1/inventory/adjustments", {
      headers: { ...headers, "idempotency-key": key },
      body: { variantId, locationId, delta, reason: "damaged" },
    });
  await adjust(idempotencyKey);
  await adjust(idempotencyKey);
  // Refused, so nothing was done.
  await adjust(crypto.randomUUID(), -99);
  const rename = (who: typeof staff) =>
    send(app, "POST", "/trpc/accounts.updateMe", { headers: who.headers, body: { name: "New" } });
  await rename(staff);
  await rename(shopper);
  const read = (query: string) => send(app, "GET", `/api/v1/audit?${query}`, { headers });
  expect((await read(`actorId=${client.id}`)).body).toMatchObject({
    items: [
      {
        actor: { kind: "client", id: client.id },
        procedure: "inventory.adjust",
        subjects: { variantId, locationId },
      },
    ],
    nextCursor: null,
  });
  expect((await read(`actorId=${staff.id}`)).body).toMatchObject({
    items: [{ procedure: "accounts.updateMe", actor: { kind: "user" } }],
  });
  expect((await read(`actorId=${shopper.id}`)).body).toMatchObject({ items: [] });
  const first = await read("limit=1");
  const cursor = (first.body as { nextCursor: string }).nextCursor;
  expect((await read(`limit=1&cursor=${cursor}`)).status).toBe(200);
  expect((await send(app, "GET", "/api/v1/audit")).status).toBe(401);
});
