// @ts-check
/**
 * Keeps what was looked at readable without a connection. Four caches, each of a bounded number of answers:
 * pages (their HTML), payloads (the same as the router asks for it), files (scripts, styles, fonts: their names
 * change with what is in them) and pictures. A fifth holds the pages that are there without a visit: the bag
 * and the offline page. Of the network first, except files and pictures, which never change.
 *
 * A kept page has all its files, of whatever release, also those that it loads when something is pressed; files that no kept
 * page leads to go when there are too many. Pages are of one market, which is written down beside them.
 *
 * Never kept: what is somebody's own (account, checkout, orders, surveys, links of watches, shared wish lists), and all that is no
 * page: the API, streams, payment.
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** By cache, how many answers it holds; the oldest go. */
const limits = {
  "meridian.pinned": 12,
  "meridian.pages": 60,
  "meridian.payloads": 400,
  "meridian.files": 300,
  "meridian.pictures": 240,
  "meridian.market": 1,
};
/** @typedef {keyof typeof limits} CacheName */

/** Files of kept pages; the rest of the room is for what comes before the next visit is kept. */
const mostReached = 240;
const freshMs = 10 * 60_000;

/** The languages, the default first, and the markets: said by who registers this worker (`offline/keeper.ts`). */
const told = new URL(worker.location.href).searchParams;
const languages = told.get("languages")?.split(",") ?? [];
const markets = told.get("markets")?.split(",") ?? [];

const foreign = /^\/(trpc|api|docs|test-provider|internal|bag)(\/|$)/;
const own =
  /(^|\/)(account|cart\/refused|checkout|orders|surveys|watches\/(?:confirm|end)|wishlist\/[^/]+)(\/|$)/;
const fileAddress = /\/_next\/static\/[^"'\\\s)]+/g;
/** As a script names what it loads later. */
const laterScript = /static\/chunks\/[\w.~-]+\.(?:js|css)/g;
const fileName = /[\w.~-]+\.(?:js|css|woff2|svg|png|webp|avif)/g;

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
  else if (request.headers.has("rsc") && !isOwn(pathname)) event.respondWith(payload(event));
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
  const { address, market, isChosen } = placeOf(request.url);
  try {
    const answer = (await event.preloadResponse) ?? (await fetch(request));
    const isThere = isPage(request.url, answer);
    // By `?region=`, or with a page: a slip of the pen in `/uk/` costs no kept page, and neither does what only leads on from there.
    const isEntered = isThere || (answer.type === "opaqueredirect" && isChosen);
    if (market !== undefined && isEntered) await enterMarket(market);
    if (isThere) event.waitUntil(put("meridian.pages", address, answer.clone()));
    return answer;
  } catch {
    return (
      (await homeInLanguage(request)) ??
      (await findPage(request.url)) ??
      (await offlinePage(request.url))
    );
  }
}

/**
 * Of an address (`/de/uk/products/x?variant=y`): the market that it names, if it does, whether as the choice of a visitor
 * (`?region=uk`), and the address of the same page without it, under which pages are kept.
 * @param {string} url
 */
function placeOf(url) {
  const { pathname, search, searchParams } = new URL(url, worker.location.origin);
  const parts = pathname.split("/").slice(1);
  const language = languages.includes(parts[0] ?? "") ? parts.shift() : undefined;
  const named = markets.includes(parts[0] ?? "") ? parts.shift() : undefined;
  if (language !== undefined && language !== languages[0]) parts.unshift(language);
  const chosen = searchParams.get("region") ?? "";
  const isChosen = markets.includes(chosen);
  const market = isChosen ? chosen : named;
  return {
    address: `/${parts.filter((part) => part !== "").join("/")}${search}`,
    market,
    isChosen,
  };
}

/** In another market the same addresses are other pages. @param {string} market */
async function enterMarket(market) {
  if ((await keptMarket()) === market) return;
  await forgetPages();
  await put("meridian.market", "/", new Response(market));
}

async function keptMarket() {
  return (await find("meridian.market", "/"))?.text();
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

/** The page as it was visited: at which of its addresses is all one, unless that names another market. @param {string} url */
async function findPage(url) {
  const { address, market } = placeOf(url);
  const { pathname } = new URL(url);
  if (isOwn(url)) return undefined;
  if (market !== undefined && market !== (await keptMarket())) return undefined;
  // Which variant is chosen the product's page finds out by itself.
  const ignoreSearch = pathname.includes("/products/") || pathname.endsWith("/offline");
  return (
    (await find("meridian.pages", address)) ??
    (await find("meridian.pinned", address, ignoreSearch)) ??
    (ignoreSearch ? await find("meridian.pages", address, true) : undefined)
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
 * What a page says when it is there: where it is, in which market, what should be there without a visit, and the
 * files that it had before this worker was.
 * @param {{ page: string, market: string, pinned: string[], files: string[] }} visit
 */
async function keepVisit({ page: visited, market, pinned, files }) {
  if (!(await keepPage("meridian.pages", visited, market)) && !isOwn(visited)) return;
  for (const url of pinned) await keepPage("meridian.pinned", url, market);
  await keepFiles(files);
  await sweepFiles();
}

/** @param {CacheName} name @param {string} url @param {string} market @returns whether it is a page that may be kept */
async function keepPage(name, url, market) {
  if (isOwn(url)) return false;
  const { address } = placeOf(url);
  const kept = (await keptMarket()) === market ? await find(name, address) : undefined;
  // Put once more it is the latest: the oldest go, and the last language is known.
  const answer = kept && isFresh(kept) ? kept : await fetch(address).catch(() => undefined);
  if (!answer || !isPage(address, answer)) return false;
  await enterMarket(market);
  const text = await answer.clone().text();
  await put(name, address, answer);
  await keepFiles(text.match(fileAddress) ?? []);
  return true;
}

/** Files that are there with all that they lead to; forgotten when the browser ends this worker. @type {Set<string>} */
const complete = new Set();

/** And what they load later. One after the other: nobody waits for them, and others for the connection. @param {Iterable<string>} urls */
async function keepFiles(urls) {
  const waiting = [...urls];
  for (const url of waiting) {
    const { pathname } = new URL(url, worker.location.origin);
    if (complete.has(pathname)) continue;
    const answer = await keptOrFetched(pathname);
    if (answer?.status !== 200) continue;
    complete.add(pathname);
    if (!pathname.endsWith(".js")) continue;
    for (const later of (await answer.text()).match(laterScript) ?? [])
      waiting.push(`/_next/${later}`);
  }
}

/** @param {string} pathname */
async function keptOrFetched(pathname) {
  const name = pathname.startsWith("/media/") ? "meridian.pictures" : "meridian.files";
  const kept = await find(name, pathname);
  if (kept) return kept;
  const answer = await fetch(pathname).catch(() => undefined);
  if (answer) await put(name, pathname, answer.clone());
  return answer;
}

/**
 * Each release brings new files. When there are too many, those go that no kept page leads to; a page whose files
 * find no more room goes with them, the oldest first.
 */
async function sweepFiles() {
  const files = await caches.open("meridian.files");
  const requests = await files.keys();
  if (requests.length <= limits["meridian.files"]) return;
  const reach = fileReach(files, requests);
  /** @type {Set<string>} */
  let reached = new Set();
  for (const name of /** @type {const} */ (["meridian.pinned", "meridian.pages"])) {
    const pages = await caches.open(name);
    for (const request of (await pages.keys()).toReversed()) {
      const text = await (await pages.match(request, { ignoreVary: true }))?.text();
      const all = new Set([...reached, ...(await reach(text ?? ""))]);
      if (all.size <= mostReached) reached = all;
      else await pages.delete(request, { ignoreVary: true });
    }
  }
  const left = requests.filter(({ url }) => !reached.has(nameOf(url)));
  complete.clear();
  await Promise.all(left.map((request) => files.delete(request, { ignoreVary: true })));
}

/**
 * Which of these files a text leads to, by their names, at once or through others.
 * @param {Cache} files @param {readonly Request[]} requests
 */
function fileReach(files, requests) {
  const byName = new Map(requests.map((request) => [nameOf(request.url), request]));
  /** @type {Map<string, string[]>} */
  const links = new Map();
  /** @param {string} text */
  const named = (text) => [...new Set(text.match(fileName))].filter((name) => byName.has(name));
  /** @param {string} name */
  const linksOf = async (name) => {
    const known = links.get(name);
    const request = byName.get(name);
    if (known || !request || !/\.(js|css)$/.test(name)) return known ?? [];
    const found = named((await (await files.match(request, { ignoreVary: true }))?.text()) ?? "");
    links.set(name, found);
    return found;
  };
  /** @param {string} text */
  return async (text) => {
    const reached = new Set(named(text));
    // A set goes on with what is added meanwhile.
    for (const name of reached) for (const next of await linksOf(name)) reached.add(next);
    return reached;
  };
}

/** @param {string} url */
function nameOf(url) {
  return new URL(url).pathname.split("/").at(-1) ?? "";
}

/** @param {Response} answer */
function isFresh(answer) {
  const date = Date.parse(answer.headers.get("date") ?? "");
  return Date.now() - date < freshMs;
}

/** @param {string} url */
function isOwn(url) {
  return own.test(new URL(url, worker.location.origin).pathname);
}

/** @param {string} url @param {Response} answer */
function isPage(url, answer) {
  const isHtml = answer.headers.get("content-type")?.startsWith("text/html") ?? false;
  return isHtml && answer.status === 200 && !answer.redirected && !isOwn(url);
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
    // What kept pages need is not the oldest: see `sweepFiles`.
    if (name === "meridian.files") return;
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
