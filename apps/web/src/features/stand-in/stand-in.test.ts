import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createGzip } from "node:zlib";
import { afterEach, beforeAll, expect, test } from "vitest";
import { referenceMark } from "./addresses.ts";
import { noteFailure, setPageStatus } from "./page-record.ts";
import { standInForErrors } from "./stand-in.ts";

/** As Next answers: a page by its own address, nothing readable elsewhere. */
const server = createServer();
const html = { "content-type": "text/html; charset=utf-8" };
const emptyDocument = '<html id="__next_error__"></html>';
let url: string;

beforeAll(async () => {
  standInForErrors();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return () => {
    server.closeAllConnections();
    server.close();
  };
});
afterEach(() => server.removeAllListeners("request"));

function answering(status: number, before = () => {}): void {
  server.on("request", ((request, response) => {
    const own = /^\/(\w\w)\/(\w\w)\/(missing|failed)$/.exec(request.url ?? "");
    if (own) return void response.writeHead(200, html).end(`${own.join(" ")} ${referenceMark}`);
    before();
    response.statusCode = status;
    response.setHeader("etag", "old");
    response.writeHead(status, html);
    // What stands before the first letter of a compressed page.
    response.write(Buffer.alloc(0));
    response.end(emptyDocument);
  }) as RequestListener);
}

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url + path, { headers });
  return { status: answer.status, etag: answer.headers.get("etag"), text: await answer.text() };
};

test("a page that is not there gives way to one of its language and market, and stays a 404", async () => {
  answering(404);
  expect(await ask("/no/such")).toEqual({
    status: 404,
    etag: null,
    text: "/en/eu/missing en eu missing —",
  });
  expect((await ask("/ja/uk/no")).text).toContain("/ja/uk/missing");
  const chosen = { cookie: "a=b; meridian_region=us" };
  expect((await ask("/de/no", chosen)).text).toContain("/de/us/missing");
});

test("the stand-ins are no pages of their own", async () => {
  answering(200);
  expect((await ask("/missing")).status).toBe(404);
  const { status, text } = await ask("/de/uk/failed");
  expect([status, text]).toEqual([404, "/de/uk/missing de uk missing —"]);
});

test("nor however they are spelled, but a way on from there stays one", async () => {
  answering(200);
  for (const path of ["/failed/", "/%66ailed", "/d%65/missing//"]) {
    expect({ path, ...(await ask(path)) }).toMatchObject({ path, status: 404 });
  }
  expect((await ask("/products/failed")).status).toBe(200);
  expect((await ask("/%zz")).status).toBe(200);
  server.removeAllListeners("request");
  server.on("request", (_, response) => response.writeHead(303, { location: "/" }).end());
  const answer = await fetch(`${url}/missing?region=uk`, { redirect: "manual" });
  expect(answer.status).toBe(303);
});

test("who asks for the head alone gets that of the stand-in", async () => {
  answering(404);
  const answer = await fetch(`${url}/no/such`, { method: "HEAD" });
  expect([answer.status, answer.headers.get("etag")]).toEqual([404, null]);
});

test("for a visitor who has gone nothing is asked", async () => {
  const asked: unknown[] = [];
  const note = (message: unknown) => asked.push(message);
  const gone = new Promise<void>((done) => {
    server.on("request", (request, response) => {
      request.socket.once("close", () => {
        response.writeHead(404, html).end(emptyDocument);
        done();
      });
      request.socket.destroy();
    });
  });
  subscribe("http.client.request.start", note);
  await expect(fetch(`${url}/no/such`)).rejects.toThrow();
  await gone;
  unsubscribe("http.client.request.start", note);
  expect(asked).toEqual([]);
});

test("a page that fails tells the number that the log has", async () => {
  answering(500, () => noteFailure("4711"));
  expect(await ask("/products/x")).toEqual({
    status: 500,
    etag: null,
    text: "/en/eu/failed en eu failed 4711",
  });
});

test("a form that a page of another release sent gives way to words and a way on", async () => {
  server.on("request", ((request, response) => {
    if (request.url === "/en/eu/failed") return void response.writeHead(200, html).end("failed");
    response.setHeader("x-nextjs-action-not-found", "1");
    response.setHeader("content-type", "text/plain");
    response.statusCode = 409;
    response.end("Server Action unavailable.");
  }) as RequestListener);
  const answer = await fetch(`${url}/surveys/x`, { method: "POST", body: new FormData() });
  expect([answer.status, await answer.text()]).toEqual([409, "failed"]);
  expect(answer.headers.get("content-type")).toContain("text/html");
});

test("what is no page, or is asked for by the router, passes as it is", async () => {
  answering(404);
  expect((await ask("/api/v1/none")).text).toBe(emptyDocument);
  expect((await ask("/no/such", { rsc: "1" })).text).toBe(emptyDocument);
  expect((await ask("/no/such.png", { "sec-fetch-dest": "image" })).text).toBe(emptyDocument);
});

test("a page that is there says its status itself", async () => {
  answering(200, () => setPageStatus(410));
  expect(await ask("/surveys/x")).toEqual({ status: 410, etag: "old", text: emptyDocument });
});

test("a status that is found after the head was sent counts, also of what is compressed", async () => {
  server.on("request", ((request, response) => {
    if (request.url?.endsWith("/missing")) return void response.writeHead(200, html).end("missing");
    response.writeHead(200, { ...html, "content-encoding": "gzip" });
    response.flushHeaders();
    const packed = createGzip();
    packed.on("data", (chunk: Buffer) => response.write(chunk));
    packed.on("end", () => response.end());
    packed.flush(() => {
      response.statusCode = 404;
      packed.end(emptyDocument.repeat(9));
    });
  }) as RequestListener);
  expect(await ask("/categories/none")).toMatchObject({ status: 404, text: "missing" });
});

test("a page that is there arrives as it was written", async () => {
  server.on("request", (_, response) => {
    response.writeHead(200, html);
    for (const piece of ["<p>", "one", "</p>".repeat(30)]) response.write(piece);
    response.end("end");
  });
  expect((await ask("/")).text).toBe(`<p>one${"</p>".repeat(30)}end`);
});

test("when the shop can't stand in, its name and a way to try again do", async () => {
  server.on("request", (_, response) => response.writeHead(500, html).end(emptyDocument));
  const { status, text } = await ask("/de/products/x");
  expect(status).toBe(500);
  expect(text).toContain('<html lang="de">');
  expect(text).toContain("Der Shop ist gerade nicht erreichbar");
  expect(text).toContain('<a href="">Noch einmal versuchen</a>');
  expect(text).toContain('action="/de/search"');
});
