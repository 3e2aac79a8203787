import { test as base } from "@playwright/test";
import { env } from "./env.ts";
import { Integrator } from "./integrator.ts";
import { Shelf } from "./shelf.ts";

type Fixtures = {
  /** Uses the REST API with all rights. */
  integrator: Integrator;
  /** Gives each journey articles of its own. */
  shelf: Shelf;
};

export const test = base.extend<Fixtures>({
  integrator: async ({ playwright }, use) => {
    const context = await playwright.request.newContext({
      baseURL: env.apiUrl,
      extraHTTPHeaders: { authorization: `Bearer ${env.demoToken}` },
    });
    await use(new Integrator(context));
    await context.dispose();
  },
  shelf: async ({ integrator }, use, { workerIndex }) => {
    await use(new Shelf(integrator, workerIndex));
  },
});

export { expect } from "@playwright/test";
