import { join } from "node:path";
import { findOrInstallChromium } from "@meridian/tooling/testing/chromium.ts";
import { createSteps } from "@meridian/tooling/stack/steps.ts";
import { openTemporaryStack } from "@meridian/tooling/stack/temporary-stack.ts";
import { chromium } from "@playwright/test";
import type { Bar, Bench } from "./bench.ts";
import { alternately, median } from "./measure.ts";
import { servedDirectory } from "@meridian/tooling/stack/web-build.ts";
import { openFloor } from "./storefront/floor.ts";
import { frameworkBytes } from "./storefront/framework.ts";
import { openVisitor, type Visit } from "./storefront/lighthouse.ts";
import { clickToContent } from "./storefront/navigation.ts";

const visits = 5;
const clicks = 10;
const paths = {
  home: "/",
  listing: "/categories/kitchen",
  product: "/products/orchard-soap",
  cart: "/cart",
};
type PageName = keyof typeof paths;
const pageNames = Object.keys(paths) as PageName[];
/** The cart's pictures come with its lines: an empty one has none to compare. */
const withFloor = ["home", "listing", "product"] as const;

export const storefront: Bench = {
  name: "storefront",
  shows: "Lighthouse's mobile profile, beside plain static pages with the same words and pictures",
  bars: [
    ...pageNames.flatMap((page): Bar[] => [
      { of: `${page} performance`, atLeast: 95 },
      { of: `${page} accessibility`, atLeast: 100 },
      { of: `${page} best practices`, atLeast: 100 },
      { of: `${page} SEO`, atLeast: 100 },
      { of: `${page} LCP ms`, atMost: 1_500 },
      { of: `${page} CLS`, atMost: 0.02 },
      { of: `${page} TBT ms`, atMost: 100 },
    ]),
    { of: "product JavaScript / framework", atMost: 1.6 },
    { of: "click to content p50 ms", atMost: 100 },
    ...withFloor.map((page): Bar => ({ of: `${page} LCP / floor`, atMost: 1.3 })),
  ],
  async run() {
    await using open = new AsyncDisposableStack();
    const program = await findOrInstallChromium(console.error);
    const { stack, close } = await openTemporaryStack({
      signal: new AbortController().signal,
      steps: createSteps(),
    });
    open.defer(close);
    const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
    open.defer(() => browser.close());
    const floor = await openFloor(browser, join(stack.context.data.path, "media"));
    open.defer(() => floor.close());
    const visitor = await openVisitor(program);
    open.defer(() => visitor.close());

    const visit: Record<string, () => Promise<Visit>> = {};
    for (const page of pageNames) {
      visit[page] = () => visitor.visit(stack.webUrl + paths[page], { isFound: page !== "cart" });
    }
    for (const page of withFloor) {
      const url = await floor.lay(stack.webUrl + paths[page]);
      visit[`${page} floor`] = () => visitor.visit(url, { isFound: true });
    }
    const all = await alternately(visits, visit);
    const middle = (page: string, figure: (visit: Visit) => number) =>
      median((all[page] ?? []).map(figure));
    const lcp = (page: string) => middle(page, ({ lcpMs }) => lcpMs);
    for (const page of pageNames) {
      for (const remark of new Set(all[page]?.flatMap(({ remarks }) => remarks))) {
        console.error(`  ${page}: ${remark}`);
      }
    }
    const content = await clickToContent(browser, stack.webUrl + paths.listing, clicks);
    return {
      figures: {
        ...Object.fromEntries(
          pageNames.flatMap((page) => [
            [`${page} performance`, middle(page, ({ performance }) => performance)],
            [`${page} accessibility`, middle(page, ({ accessibility }) => accessibility)],
            [`${page} best practices`, middle(page, ({ bestPractices }) => bestPractices)],
            [`${page} SEO`, middle(page, ({ seo }) => seo)],
            [`${page} LCP ms`, lcp(page)],
            [`${page} CLS`, middle(page, ({ cls }) => cls)],
            [`${page} TBT ms`, middle(page, ({ tbtMs }) => tbtMs)],
            [`${page} JavaScript kB`, middle(page, ({ scriptBytes }) => scriptBytes / 1_000)],
          ]),
        ),
        "click to content p50 ms": median(content),
      },
      ratios: {
        ...Object.fromEntries(
          withFloor.map((page) => [`${page} LCP / floor`, lcp(page) / lcp(`${page} floor`)]),
        ),
        "product JavaScript / framework":
          middle("product", ({ scriptBytes }) => scriptBytes) /
          frameworkBytes(servedDirectory(stack.context.data)),
      },
      conditions: { visits, clicks },
    };
  },
};
