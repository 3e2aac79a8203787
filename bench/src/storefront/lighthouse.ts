import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

/** What Lighthouse says of one visit to a page with an empty cache, on its mobile profile (a mid-range phone on slow 4G). */
export type Visit = {
  /** 0 to 100. */
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  lcpMs: number;
  cls: number;
  tbtMs: number;
  /** JavaScript over the wire, as it was compressed. */
  scriptBytes: number;
  /** What is less than right, for whoever mends it. */
  remarks: string[];
};

type NetworkItem = { resourceType?: string; transferSize?: number };

/** @property isFound search engines are to find it; what is somebody's own says itself that they are not */
export type Visited = { isFound: boolean };

/** A Chromium that visits pages. */
export type Visitor = { visit(url: string, page: Visited): Promise<Visit>; close(): void };

export async function openVisitor(chromium: string): Promise<Visitor> {
  const chrome = await launch({
    chromePath: chromium,
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
  return {
    close: () => chrome.kill(),
    async visit(url, { isFound }) {
      const run = await lighthouse(url, {
        port: chrome.port,
        logLevel: "silent",
        // Slowed down while it loads, not reckoned afterwards: from the loopback everything comes at once, and is in the reckoning's way.
        throttlingMethod: "devtools",
        // The live stream never ends, and Lighthouse would wait for that.
        maxWaitForLoad: 20_000,
        skipAudits: isFound ? null : ["is-crawlable"],
      });
      if (!run || run.lhr.runtimeError) {
        throw new Error(`Lighthouse could not read ${url}: ${run?.lhr.runtimeError?.message}`);
      }
      const { categories, audits } = run.lhr;
      const score = (category: string) => Math.round((categories[category]?.score ?? 0) * 100);
      const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
      const details = audits["network-requests"]?.details;
      const requests = (details && "items" in details ? details.items : []) as NetworkItem[];
      return {
        performance: score("performance"),
        accessibility: score("accessibility"),
        bestPractices: score("best-practices"),
        seo: score("seo"),
        lcpMs: value("largest-contentful-paint"),
        cls: value("cumulative-layout-shift"),
        tbtMs: value("total-blocking-time"),
        scriptBytes: requests
          .filter(({ resourceType }) => resourceType === "Script")
          .reduce((sum, { transferSize = 0 }) => sum + transferSize, 0),
        remarks: Object.entries(categories).flatMap(([name, category]) =>
          category.auditRefs
            .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
            .map(({ id }) => `${name}: ${id} ${audits[id]?.displayValue ?? ""}`.trimEnd()),
        ),
      };
    },
  };
}
