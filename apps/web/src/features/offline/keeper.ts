/** The page's side of the service worker (`public/sw.js`), which keeps pages readable without a connection. */
import { regionIds } from "#features/region/regions.ts";
import { languages } from "#i18n/languages.ts";

/** What tells where somebody looked. Files are everybody's. */
const traces = ["meridian.pinned", "meridian.pages", "meridian.payloads", "meridian.pictures"];
export const pageCache = "meridian.pages";

function isOurs(url: string): boolean {
  const { origin, pathname } = new URL(url);
  return origin === location.origin && /^\/(_next\/static|media)\//.test(pathname);
}

/** Its own file knows no language and no market: they are told with its address, the default language first. */
export const workerAddress = `/sw.js?languages=${languages.join()}&markets=${regionIds.join()}`;

/** @param visit.pinned pages to be kept without a visit */
export async function keepVisit(visit: {
  page: string;
  market: string;
  pinned: readonly string[];
}): Promise<void> {
  // The first page of all was loaded before there was anybody to keep it.
  const isFirst = navigator.serviceWorker.controller === null;
  const { active } = await navigator.serviceWorker.ready;
  const loaded = isFirst ? performance.getEntriesByType("resource") : [];
  const files = loaded.map(({ name }) => name).filter(isOurs);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is a window's
  active?.postMessage({ ...visit, files });
}

/** Looks for a new one at each start. In development there is none: its files keep their names when they change. */
export async function registerWorker(): Promise<void> {
  if (process.env.NODE_ENV === "production") {
    await navigator.serviceWorker.register(workerAddress, { updateViaCache: "none" });
    return;
  }
  const left = await navigator.serviceWorker.getRegistrations();
  await Promise.all(left.map((registration) => registration.unregister()));
}

/** For who leaves: no page tells what was looked at before. */
export async function forgetVisits(): Promise<void> {
  if ("caches" in window) await Promise.all(traces.map((name) => caches.delete(name)));
}
