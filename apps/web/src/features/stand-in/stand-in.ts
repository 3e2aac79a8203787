/**
 * Next answers a page that is not there, or can't be made, with an empty document which the browser's script fills (React
 * renders no error boundary on a server; `getErrorRSCPayload` in app-render.js of Next 16.4.6). Such an answer gives
 * way to a whole page of the shop, and keeps its status: what web servers call an error page. Pages that are there pass untouched.
 */
import { createHmac } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import { get, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { env } from "#env.ts";
import { isRegionId, regionCookie } from "#features/region/regions.ts";
import { isPageAddress } from "#i18n/address-rules.ts";
import { splitAddress, type Address } from "#i18n/addresses.ts";
import { homeRegion } from "#i18n/languages.ts";
import { referenceMark, standIns } from "#features/stand-in/addresses.ts";
import { holdBack, type StandIn } from "#features/stand-in/hold-back.ts";
import { lastResort } from "#features/stand-in/last-resort.ts";
import { beginPageRecord, type PageRecord } from "#features/stand-in/page-record.ts";

const patienceMs = 5_000;
/** Tells our own questions from a visitor's. */
const insideHeader = "x-meridian-inside";
/** Processes that share a port share the secret. */
const insideKey = createHmac("sha256", env.revalidateSecret ?? crypto.randomUUID())
  .update(insideHeader)
  .digest("hex");
const ownPages: readonly string[] = Object.values(standIns);
const methods = new Set<string | undefined>(["GET", "HEAD", "POST"]);
const documents = new Set([undefined, "document", "iframe", "frame"]);

type Exchange = { request: IncomingMessage; response: ServerResponse };

/** For every request of this process from now on. */
export function standInForErrors(): void {
  subscribe("http.server.request.start", (message) => watch(message as Exchange));
}

function watch({ request, response }: Exchange): void {
  const { method, headers, url = "/" } = request;
  const pathname = url.split("?", 1)[0] ?? "/";
  const isForPage =
    methods.has(method) &&
    headers["rsc"] === undefined &&
    headers["next-action"] === undefined &&
    headers[insideHeader] !== insideKey &&
    documents.has(headers["sec-fetch-dest"]?.toString()) &&
    isPageAddress(pathname);
  if (!isForPage) return;
  const address = splitAddress(pathname);
  const record = beginPageRecord();
  holdBack(response, () => {
    // Nobody is meant to come to these by their own address.
    if (response.statusCode === 200 && isOwnPage(pathname)) response.statusCode = 404;
    if (record.status !== undefined) response.statusCode = record.status;
    else if (response.statusCode >= 400 && (isHtml(response) || isOfOtherRelease(response)))
      return standIn(request, address, response.statusCode, record);
    return null;
  });
}

/** However it is spelled: Next finds a page also by escaped letters, and with a slash behind. */
function isOwnPage(pathname: string): boolean {
  try {
    const { path } = splitAddress(decodeURIComponent(pathname));
    return ownPages.includes(path.replace(/\/+$/, ""));
  } catch {
    return false;
  }
}

const isHtml = (response: ServerResponse) =>
  String(response.getHeader("content-type")).startsWith("text/html");

/** A form without scripts that a page of another release sent: Next answers two words of plain text. */
const isOfOtherRelease = (response: ServerResponse) =>
  response.hasHeader("x-nextjs-action-not-found");

async function standIn(
  request: IncomingMessage,
  address: Address,
  status: number,
  { reference }: PageRecord,
): Promise<StandIn> {
  const isFailure = status >= 500 || status === 409;
  const page = await ask(request, address, isFailure ? standIns.failed : standIns.missing);
  const html = page ?? lastResort(address.language, isFailure);
  return pack(request, html.replaceAll(referenceMark, reference ?? "—"));
}

/** The page as this server makes or keeps it; null: not now. */
async function ask(request: IncomingMessage, { language, region }: Address, path: string) {
  const { localAddress, localPort } = request.socket;
  // The visitor has gone, and with them this server's address.
  if (localPort === undefined) return null;
  const market = region ?? chosenRegion(request) ?? homeRegion[language];
  const headers = { host: request.headers.host, [insideHeader]: insideKey };
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const signal = AbortSignal.timeout(patienceMs);
      const url = `/${language}/${market}${path}`;
      get({ host: localAddress, port: localPort, path: url, headers, signal }, resolve).once(
        "error",
        reject,
      );
    });
    const body = await buffer(answer);
    return answer.statusCode === 200 ? body.toString() : null;
  } catch {
    return null;
  }
}

function chosenRegion({ headers }: IncomingMessage) {
  const said = new RegExp(`(?:^|; *)${regionCookie}=(\\w+)`).exec(headers.cookie ?? "")?.[1];
  return isRegionId(said) ? said : undefined;
}

async function pack({ headers }: IncomingMessage, html: string): Promise<StandIn> {
  const type = { "content-type": "text/html; charset=utf-8" };
  if (!/\bgzip\b/.test(headers["accept-encoding"]?.toString() ?? ""))
    return { body: Buffer.from(html), headers: type };
  return {
    body: await promisify(gzip)(html),
    headers: { ...type, "content-encoding": "gzip" },
  };
}
