// @ts-check
/**
 * Keeps what was looked at readable without a connection. Four caches, each of a bounded number of answers:
 * pages (their HTML), payloads (the same as the router asks for it), files (scripts, styles, fonts: their names
 * change with what is in them) and pictures. A fifth holds the pages that are there without a visit: the bag
 * and the offline page. Of the network first, except files and pictures, which never change.
 *
 * Never kept: what is somebody's own (account, checkout, orders, shared wish lists), and all that is no page: the API, streams,
 * payment. No release empties the caches: an open tab finds the files of its own release here.
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** By cache, how many answers it holds; the oldest go. */
const limits = {
  "meridian.pinned": 12,
  "meridian.pages": 60,
  "meridian.payloads": 400,
  "meridian.files": 300,
  "meridian.pictures": 240,
};
/** @typedef {keyof typeof limits} CacheName */

const freshMs = 10 * 60_000;
const foreign = /^\/(trpc|api|docs|test-provider|internal|bag)(\/|$)/;
/** An address that names its market: `/uk/cart`, `/de/uk/cart`. All languages and markets, as in `src/i18n`. */
const withMarket = /^\/((en|de|ja)\/)?(eu|uk|us|jp)(\/|$)/;
const own = /(^|\/)(account|checkout|orders|wishlist\/[^/]+)(\/|$)/;
const fileAddress = /\/_next\/static\/[^"'\\\s)]+/g;

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
/** One visit after the other: one that still held a copy from caches that were emptied meanwhile could put it over the next one's. */
let turn = Promise.resolve();
worker.addEventListener("message", (event) => {
  turn = turn.then(() => keepVisit(event.data)).catch(() => undefined);
  event.waitUntil(turn);
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin) return;
  if (pathname.startsWith("/_next/static/")) event.respondWith(keptFirst("meridian.files", event));
  else if (pathname.startsWith("/media/")) event.respondWith(keptFirst("meridian.pictures", event));
  else if (foreign.test(pathname)) return;
  else if (request.mode === "navigate") event.respondWith(page(event));
  else if (request.headers.has("rsc") && !own.test(pathname)) event.respondWith(payload(event));
});

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("meridian.") && !(name in limits));
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

/** @param {FetchEvent} event */
async function page(event) {
  const { request } = event;
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(request));
    if (await choosesMarket(request.url)) await forgetPages();
    if (isPage(request.url, answer)) keepCopy("meridian.pages", event, answer);
    return answer;
  } catch {
    return (
      (await homeInLanguage(request)) ??
      (await findPage(request.url)) ??
      (await offlinePage(request.url))
    );
  }
}

/** In another market the same addresses are other pages. What is kept already is of the present one. @param {string} url */
async function choosesMarket(url) {
  const { pathname, searchParams } = new URL(url);
  if (searchParams.has("region")) return true;
  return withMarket.test(pathname) && !(await find("meridian.pages", url));
}

/** The shop takes who arrives at `/` to their language (see `proxy.ts`): without it, to the one that was shown last. @param {Request} request */
async function homeInLanguage({ url, referrer }) {
  const { origin, pathname } = new URL(url);
  if (pathname !== "/" || referrer.startsWith(origin)) return undefined;
  const home = (await offlinePlaces()).at(-1)?.replace(/\/offline$/, "") ?? "";
  return home === "" ? undefined : Response.redirect(home);
}

/** @param {FetchEvent} event */
async function payload(event) {
  const address = payloadAddress(event.request);
  try {
    const answer = await fetch(event.request);
    event.waitUntil(put("meridian.payloads", address, answer.clone()));
    return answer;
  } catch {
    // Without one the router asks for the page.
    return (await find("meridian.payloads", address)) ?? Response.error();
  }
}

/**
 * A segment of a page is the same wherever one comes from, which Next counts in (`next-url`) for routes that catch
 * others; this shop has none. What is no segment depends on what the page has already.
 * @param {Request} request
 */
function payloadAddress({ url, headers }) {
  const segment = headers.get("next-router-segment-prefetch");
  if (segment === null) return url;
  const address = new URL(url);
  address.searchParams.set("_rsc", segment);
  return address.href;
}

/** @param {CacheName} name @param {FetchEvent} event */
async function keptFirst(name, event) {
  const kept = await find(name, event.request.url);
  if (kept) return kept;
  const answer = await fetch(event.request);
  keepCopy(name, event, answer);
  return answer;
}

/** @param {string} url */
async function findPage(url) {
  const { pathname } = new URL(url);
  if (own.test(pathname)) return undefined;
  // Which variant is chosen the product's page finds out by itself.
  const ignoreSearch = pathname.includes("/products/") || pathname.endsWith("/offline");
  return (
    (await find("meridian.pages", url)) ??
    (await find("meridian.pinned", url, ignoreSearch)) ??
    (ignoreSearch ? await find("meridian.pages", url, true) : undefined)
  );
}

/** The offline page in each language that was shown, the latest last: `/offline`, `/de/offline`. */
async function offlinePlaces() {
  const pinned = await caches.open("meridian.pinned");
  return (await pinned.keys())
    .map((request) => new URL(request.url).pathname)
    .filter((pathname) => pathname.endsWith("/offline"));
}

/** In the language of the page that was wanted, if it is there. @param {string} url */
async function offlinePage(url) {
  const { pathname, search } = new URL(url);
  const places = await offlinePlaces();
  // English has no prefix, so its page would do for all: the longest says most.
  const inLanguage = places
    .filter((offline) => `${pathname}/`.startsWith(offline.replace(/offline$/, "")))
    .toSorted((a, b) => b.length - a.length);
  const place = inLanguage[0] ?? places.at(-1);
  if (place === undefined || pathname === place) return Response.error();
  return Response.redirect(`${place}?from=${encodeURIComponent(pathname + search)}`);
}

/**
 * What a page says when it is there: where it is, what should be there without a visit, and the files that it
 * had before this worker was.
 * @param {{ page: string, pinned: string[], files: string[] }} visit
 */
async function keepVisit({ page: visited, pinned, files }) {
  await keepPage("meridian.pages", visited);
  for (const url of pinned) await keepPage("meridian.pinned", url);
  await keepFiles(files);
}

/** @param {CacheName} name @param {string} url */
async function keepPage(name, url) {
  const kept = await find(name, url);
  // Put once more it is the latest: the oldest go, and the last language is known.
  if (kept && isFresh(kept)) return put(name, url, kept);
  const answer = await fetch(url).catch(() => undefined);
  if (!answer || !isPage(url, answer)) return;
  const text = await answer.clone().text();
  await put(name, url, answer);
  await keepFiles(text.match(fileAddress) ?? []);
}

/** One after the other: nobody waits for them, and others for the connection. @param {Iterable<string>} urls */
async function keepFiles(urls) {
  for (const url of urls) {
    const { pathname } = new URL(url, worker.location.origin);
    const name = pathname.startsWith("/media/") ? "meridian.pictures" : "meridian.files";
    if (await find(name, url)) continue;
    const answer = await fetch(url).catch(() => undefined);
    if (answer) await put(name, url, answer);
  }
}

/** @param {Response} answer */
function isFresh(answer) {
  const date = Date.parse(answer.headers.get("date") ?? "");
  return Date.now() - date < freshMs;
}

/** @param {string} url @param {Response} answer */
function isPage(url, answer) {
  const isHtml = answer.headers.get("content-type")?.startsWith("text/html") ?? false;
  return isHtml && !answer.redirected && !own.test(new URL(url, worker.location.origin).pathname);
}

/** @param {CacheName} name @param {string} url */
async function find(name, url, ignoreSearch = false) {
  const cache = await caches.open(name);
  return cache.match(url, { ignoreSearch, ignoreVary: true });
}

/** Behind the answer's back. @param {CacheName} name @param {FetchEvent} event @param {Response} answer */
function keepCopy(name, event, answer) {
  event.waitUntil(put(name, event.request.url, answer.clone()));
}

/** A full disk keeps nothing, and breaks nothing. @param {CacheName} name @param {string} url @param {Response} answer */
async function put(name, url, answer) {
  if (answer.status !== 200) return;
  try {
    const cache = await caches.open(name);
    await cache.put(url, answer);
    const kept = await cache.keys();
    const surplus = kept.slice(0, Math.max(0, kept.length - limits[name]));
    await Promise.all(surplus.map((request) => cache.delete(request)));
  } catch {
    // Said above.
  }
}

async function forgetPages() {
  await Promise.all(
    ["meridian.pinned", "meridian.pages", "meridian.payloads"].map((name) => caches.delete(name)),
  );
}
