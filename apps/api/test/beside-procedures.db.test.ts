/** What contract.db.test.ts asks of procedures, asked of the addresses that are described by hand: streams and files. */
import { appRouter } from "@meridian/api/server.ts";
import { createClient } from "@meridian/db/client.ts";
import type { FastifyInstance } from "fastify";
import { expect, onTestFinished, test } from "vitest";
import { operationsOf } from "../src/plugins/rest/operations.ts";
import { document, faultsOf } from "./contract/faults.ts";
import { makeWorld } from "./contract/world.ts";
import { bearer, send, testHost } from "./host.ts";
import { testShop } from "./shop.ts";

const { app, db } = await testShop();
const world = await makeWorld(app, db);
const procedures = new Set(operationsOf(appRouter).map(({ procedure }) => procedure));

type Method = "GET" | "PUT";
const places = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, { operationId }]) => !procedures.has(operationId))
    .map(([method, { operationId, security }]) => {
      const isGuarded = security.some((one) => Object.keys(one).length > 0);
      return { path, method: method.toUpperCase() as Method, operationId, isGuarded };
    }),
);
type Place = (typeof places)[number];

function ask(
  { path, method }: Place,
  {
    query = "",
    headers = bearer,
    ids = world.ids,
    of = app,
  }: {
    query?: string;
    headers?: Record<string, string>;
    ids?: Record<string, string>;
    of?: FastifyInstance;
  } = {},
) {
  const kind = path.split("/")[1];
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[`${kind}.${name}`] ?? name);
  const isFile = method === "PUT";
  return send(of, method, `/api/v1${filled}?${query}`, {
    headers: { ...headers, ...(isFile && { "content-type": "text/csv" }) },
    ...(isFile && { body: "sku\n" }),
  });
}

async function faultsOfEach(
  concerned: (place: Place) => boolean,
  status: number,
  how: Parameters<typeof ask>[1],
) {
  const found: string[] = [];
  for (const place of places.filter(concerned))
    found.push(...faultsOf(place, await ask(place, how), [status]));
  return found;
}

const all = () => true;
const isGuarded = (place: Place) => place.isGuarded;
const isStream = (place: Place) => place.operationId === "live.watch";

test("the addresses beside procedures are those that are known here", () => {
  const names = places.map(({ operationId }) => operationId).toSorted();
  expect(names).toEqual(["bulk.getFile", "bulk.listRefusals", "bulk.sendFile", "live.watch"]);
});

test.each([
  ["an unknown parameter", 400, all, { query: "surprise=1&topics=stock:var_1" }],
  ["a wrong token", 401, isGuarded, { headers: { authorization: "Bearer no" } }],
  ["no token", 401, isGuarded, { headers: {} }],
  ["a token without the scope", 403, isGuarded, { headers: world.powerless }],
  [
    "what does not exist",
    404,
    isGuarded,
    {
      ids: {
        "imports.jobId": "job_01jv3ge8k2zt5y9m4n7q6r8s0w",
        "exports.jobId": "job_01jv3ge8k2zt5y9m4n7q6r8s0w",
      },
    },
  ],
  ["nothing that is a stream", 406, isStream, { headers: { accept: "application/json" } }],
  ["an address that is too long", 414, all, { query: `x=${"y".repeat(9_000)}` }],
] as const)("%s: %i", async (_, status, concerned, how) => {
  expect(await faultsOfEach(concerned, status, how)).toEqual([]);
});

test("more than the quota: 429", async () => {
  const env = { RATE_LIMITS: "default=1/3600" };
  const of = await testHost({ router: appRouter, db, env });
  await send(of, "GET", "/api/v1/openapi.json");
  expect(await faultsOfEach(all, 429, { of, headers: {} })).toEqual([]);
});

test("without the database: 503", async () => {
  const nowhere = createClient("postgres://nobody@127.0.0.1:9/none");
  onTestFinished(() => nowhere.$client.end());
  const of = await testHost({ router: appRouter, db: nowhere });
  expect(await faultsOfEach(isGuarded, 503, { of })).toEqual([]);
});

test("each address names its methods, and refuses all others", async () => {
  for (const { path, method } of places) {
    const url = `/api/v1${path.replace("{jobId}", "job_1")}`;
    const options = await send(app, "OPTIONS", url);
    expect(options.headers["allow"]).toContain(method);
    const refused = await send(app, "DELETE", url, { headers: bearer });
    expect(refused).toMatchObject({ status: 405, headers: { allow: options.headers["allow"] } });
  }
});
