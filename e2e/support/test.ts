import { test as base, type PlaywrightWorkerArgs } from "@playwright/test";
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
      extraHTTPHeaders: { authorization: `Bearer ${await requestToken(playwright)}` },
    });
    await use(new Integrator(context));
    await context.dispose();
  },
  shelf: async ({ integrator }, use, { workerIndex }) => {
    await use(new Shelf(integrator, workerIndex));
  },
});

/** As any system comes by its token: with its id and secret (RFC 6749 4.4). */
async function requestToken({ request }: PlaywrightWorkerArgs["playwright"]): Promise<string> {
  const { id, secret } = env.demoClient;
  const context = await request.newContext({ baseURL: env.apiUrl });
  const answer = await context.post("/oauth2/token", {
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}` },
    form: { grant_type: "client_credentials" },
  });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  await context.dispose();
  if (token === undefined) throw new Error(`The demo client has no token: ${answer.status()}.`);
  return token;
}

export { expect } from "@playwright/test";
