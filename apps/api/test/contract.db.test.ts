/**
 * What the API promises, asked of every operation there is: nothing here names one. Each answer must be described in the
 * document, and be what its description says.
 */
import { appRouter } from "@meridian/api/server.ts";
import { createClient } from "@meridian/db/client.ts";
import type { FastifyInstance } from "fastify";
import { expect, onTestFinished, test } from "vitest";
import { hasBody, operationsOf, type Operation } from "../src/plugins/rest/operations.ts";
import { document, faultsOf, unseen, type Answer } from "./contract/faults.ts";
import * as ways from "./contract/requests.ts";
import { seenElsewhere } from "./contract/seen-elsewhere.ts";
import { makeWorld } from "./contract/world.ts";
import { bearer, send, testHost } from "./host.ts";
import { testShop } from "./shop.ts";

const { app, db } = await testShop();
const world = await makeWorld(app, db);
const operations = operationsOf(appRouter);
const existing = ways.existing(world);

const requestOf = (operation: Operation, which = existing) =>
  ways.requestOf(operation, which, world);
const ask = ({ method, url, ...rest }: ways.Request, of: FastifyInstance = app) =>
  send(of, method, url, rest);
const faults = ({ rest }: Operation, answer: Answer, statuses: readonly number[]) =>
  faultsOf(rest, answer, statuses);
const because = (operation: Operation, isSo: boolean, what: string) =>
  isSo ? [] : [`${operation.procedure}: ${what}`];

/** Without the database each waits for its connection. */
const atOnce = 32;

/** Asks each operation that it concerns, many at the same time, and gathers what was wrong. */
async function faultsOfAll(
  concerned: (operation: Operation) => boolean,
  check: (operation: Operation) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  const left = operations.filter(concerned);
  expect(left.length).toBeGreaterThan(0);
  const work = async () => {
    for (let next = left.pop(); next !== undefined; next = left.pop())
      found.push(...(await check(next)));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found;
}

const all = () => true;
const waits = ({ rest }: Operation) => rest.rank === "watch";
/** What a process knows by itself it says without asking. */
const isKnown = ({ rest }: Operation, { status }: Answer) =>
  status === 200 && rest.keep !== undefined;
const isRight = (operation: Operation) => ways.inputOf(operation, existing).isRight;
const isAsked = (operation: Operation) => isRight(operation) && !waits(operation);
const isGuarded = ({ rest }: Operation) => rest.scope !== undefined || rest.user === true;

type Change = (request: ways.Request) => ways.Request;
type Provocation = [string, number, (operation: Operation) => boolean, Change];
const header =
  (name: string, value: string): Change =>
  (request) =>
    ways.withHeaders(request, { [name]: value });
const headerLess =
  (name: string): Change =>
  (request) =>
    ways.without(request, name);
const query =
  (text: string): Change =>
  (request) =>
    ways.withQuery(request, text);
const body =
  (value: unknown): Change =>
  (request) => ({ ...request, body: value });

const provocations: Provocation[] = [
  ["an unknown parameter", 400, all, query("surprise=1")],
  ["an unknown field", 400, hasBody, (r) => ({ ...r, body: { ...(r.body as object), no: 1 } })],
  ["an address that is not UTF-8", 400, all, query("a=%ff")],
  ["a body that is no JSON", 400, hasBody, body("{")],
  ["a body that is no object", 400, hasBody, body([])],
  ["a broken If-Match", 400, ({ rest }) => rest.ifMatch !== undefined, header("if-match", "1")],
  ["no key", 400, ({ rest }) => rest.idempotencyKey === "required", headerLess("idempotency-key")],
  [
    "a key of two words",
    400,
    ({ rest }) => rest.idempotencyKey !== undefined,
    header("idempotency-key", "two words"),
  ],
  ["a wrong token", 401, all, header("authorization", "Bearer no")],
  ["no token where one is needed", 401, isGuarded, headerLess("authorization")],
  ["a token without the scope", 403, isGuarded, (r) => ways.withHeaders(r, world.powerless)],
  ["no media type that there is", 406, all, header("accept", "text/html")],
  ["a body that is too large", 413, hasBody, body({ text: "x".repeat(1_100_000) })],
  ["an address that is too long", 414, all, query(`x=${"y".repeat(9_000)}`)],
  [
    "a body of another kind",
    415,
    hasBody,
    (r) => ({ ...ways.withHeaders(r, { "content-type": "text/csv" }), body: "a,b" }),
  ],
  ["a body in a content coding", 415, hasBody, header("content-encoding", "gzip")],
  ["no If-Match", 428, ({ rest }) => rest.ifMatch === "required", headerLess("if-match")],
];

test.each(provocations)("%s: %i", async (_, status, concerned, change) => {
  const found = await faultsOfAll(concerned, async (operation) =>
    faults(operation, await ask(change(requestOf(operation))), [status]),
  );
  expect(found).toEqual([]);
});

test("what does not exist is not found: 404", async () => {
  const isOfOne = (operation: Operation) =>
    operation.pathParams.length > 0 &&
    ways.inputOf(operation, ways.nothing).isRight &&
    !waits(operation);
  const found = await faultsOfAll(isOfOne, async (operation) =>
    // Or a rule refuses it before anything is looked for.
    faults(operation, await ask(requestOf(operation, ways.nothing)), [404, 422]),
  );
  expect(found).toEqual([]);
});

test("another version than the present one: 412 with the present one", async () => {
  const isConditional = (operation: Operation) =>
    operation.rest.ifMatch !== undefined && isRight(operation);
  const found = await faultsOfAll(isConditional, async (operation) => {
    const answer = await ask(ways.withHeaders(requestOf(operation), { "if-match": '"4711"' }));
    const { current } = answer.body as { current?: { version: number } };
    const etag = answer.headers["etag"];
    return [
      ...faults(operation, answer, [412]),
      ...because(operation, current !== undefined, "does not show the present one"),
      ...because(operation, etag === `"${current?.version}"`, `has the ETag ${etag}`),
    ];
  });
  expect(found).toEqual([]);
});

test("a key that was used for something else: 422", async () => {
  const isKeyed = (operation: Operation) =>
    operation.rest.idempotencyKey !== undefined && ways.inputOf(operation, ways.nothing).isRight;
  const found = await faultsOfAll(isKeyed, async (operation) => {
    const first = requestOf(operation, ways.nothing);
    const given = await ask(first);
    const again = await ask(first);
    const other = await ask({ ...first, body: { ...(first.body as object), other: 1 } });
    const isReplayed = again.headers["idempotency-replayed"] === "true";
    return [
      ...faults(operation, given, [200, 201, 404, 422]),
      ...faults(operation, again, [given.status]),
      ...because(operation, isReplayed, `is done again, ${again.status}`),
      ...faults(operation, other, [422]),
    ];
  });
  expect(found).toEqual([]);
});

test("more than the quota: 429", async () => {
  const env = { RATE_LIMITS: "default=1/3600", TRUST_PROXY: "1" };
  const strict = await testHost({ router: appRouter, db, env });
  const found = await faultsOfAll(all, async (operation) => {
    const request = ways.without(requestOf(operation), "authorization");
    request.headers["x-forwarded-for"] = operation.procedure;
    await ask(ways.withQuery(request, "surprise=1"), strict);
    const answer = await ask(request, strict);
    const policy = answer.headers["ratelimit-policy"] ?? "";
    const isTold =
      policy.startsWith('"default";q=1;w=3600') && Number(answer.headers["retry-after"]) > 0;
    return [
      ...faults(operation, answer, [429]),
      ...because(operation, isTold, "does not tell of its limit"),
    ];
  });
  expect(found).toEqual([]);
});

test("without the database: 503, and when to come back", async () => {
  // So many connections that none is tried again: the driver waits longer each time.
  const nowhere = createClient("postgres://nobody@127.0.0.1:9/none", { max: 500 });
  onTestFinished(() => nowhere.$client.end());
  const cutOff = await testHost({ router: appRouter, db: nowhere });
  const found = await faultsOfAll(isAsked, async (operation) => {
    const answer = await ask(requestOf(operation), cutOff);
    if (isKnown(operation, answer)) return [];
    const isTold = answer.headers["retry-after"] !== undefined;
    return [
      ...faults(operation, answer, [503]),
      ...because(operation, isTold, "does not say when to come back"),
    ];
  });
  expect(found).toEqual([]);
});

test("a defect: 500, and nothing of it is told", async () => {
  // What it has for a database is none, so that each first question is a TypeError.
  const broken = await testHost({ router: appRouter });
  const found = await faultsOfAll(isAsked, async (operation) => {
    const answer = await ask(requestOf(operation), broken);
    if (isKnown(operation, answer)) return [];
    const isSilent = !/TypeError|is not a|undefined|node:|\.ts/.test(answer.text);
    return [...faults(operation, answer, [500]), ...because(operation, isSilent, answer.text)];
  });
  expect(found).toEqual([]);
});

const isRead = (operation: Operation) =>
  operation.rest.method === "GET" && !waits(operation) && ways.inputOf(operation, existing).isRight;

test("a read has a validator, is not sent again to who has it, and HEAD is it without a body", async () => {
  const found = await faultsOfAll(isRead, async (operation) => {
    const { rest } = operation;
    const request = requestOf(operation);
    const first = await ask(request);
    const { etag = "", vary, "cache-control": control = "" } = first.headers;
    const again = await ask(ways.withHeaders(request, { "if-none-match": etag }));
    const isWhole = first.status !== 200 || (rest.isCovered?.(first.body) ?? true);
    const head = await ask({ ...request, method: "HEAD" });
    const same = ["etag", "content-length", "cache-control", "vary", "content-type"];
    const isSame = (name: string) => head.headers[name] === first.headers[name];
    const kept = ["etag", "cache-control", "vary"];
    const isKept = (name: string) => !isWhole || again.headers[name] === first.headers[name];
    return [
      ...faults(operation, first, [200]),
      ...faults(operation, again, [isWhole ? 304 : 200]),
      ...because(operation, /^"[^"]+"$/.test(etag), `has the ETag ${etag}`),
      ...because(operation, /^(?:public|private)\b/.test(control), `may be kept: ${control}`),
      ...because(operation, vary?.includes("Accept-Encoding") === true, `varies by ${vary}`),
      ...because(operation, head.status === 200 && head.text === "", `HEAD ${head.status}`),
      ...same.flatMap((name) => because(operation, isSame(name), `HEAD has another ${name}`)),
      ...kept.flatMap((name) => because(operation, isKept(name), `304 has another ${name}`)),
    ];
  });
  expect(found).toEqual([]);
});

test("each address names its methods, and refuses all others", async () => {
  const found = await faultsOfAll(all, async (operation) => {
    const { url } = requestOf(operation);
    const options = await send(app, "OPTIONS", url);
    const allow = options.headers["allow"]?.split(", ") ?? [];
    const verbs = Object.keys(document.paths[operation.rest.path] ?? {});
    const isWhole = verbs.every((verb) => allow.includes(verb.toUpperCase()));
    const methods = ["DELETE", "PATCH", "PUT", "POST"] as const;
    const other = methods.find((method) => !allow.includes(method)) ?? "TRACE";
    const refused = await send(app, other, url, { headers: bearer });
    const isRefused =
      refused.status === 405 && refused.headers["allow"] === options.headers["allow"];
    return [
      ...because(operation, options.status === 204 && isWhole, `OPTIONS ${allow.join(", ")}`),
      ...because(operation, isRefused, `${other} ${refused.status}`),
    ];
  });
  expect(found).toEqual([]);
});

/** Whether it is for this file to see it. */
function isOfRequests({ operationId, status }: { operationId: string; status: number }) {
  const operation = operations.find(({ procedure }) => procedure === operationId);
  // Before there is an operation, in Node's parser; beside procedures.
  if (status === 431 || operation === undefined) return false;
  // A key that is under way: killed-writes.db.test.ts.
  if (status === 409 && operation.rest.idempotencyKey !== undefined) return false;
  return operation.rest.keep === undefined || status < 500;
}

test("what is asked as it should be is answered as the document says", async () => {
  await db.$client`delete from rate_window`;
  const refusals = [402, 404, 409, 410, 412, 422];
  const found: string[] = [];
  // In one order, and what makes an end of things last: how far each comes depends on what came before.
  const methods = ["GET", "PUT", "PATCH", "POST", "DELETE"];
  const inOrder = methods.flatMap((method) =>
    operations.filter(({ rest }) => rest.method === method),
  );
  for (const operation of inOrder.filter(isAsked)) {
    const request = requestOf(operation);
    const isConditional = operation.rest.ifMatch !== undefined;
    const answer = await ask(
      isConditional ? ways.withHeaders(request, { "if-match": "*" }) : request,
    );
    found.push(...faults(operation, answer, [200, 201, 202, 204, ...refusals]));
  }
  expect(found).toEqual([]);
  const left: Record<string, number[]> = {};
  for (const { operationId, status } of unseen().filter(isOfRequests))
    (left[operationId] ??= []).push(status);
  expect(left).toEqual(seenElsewhere);
});
