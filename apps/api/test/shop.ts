import { appRouter } from "@meridian/api/server.ts";
import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import type { FastifyInstance } from "fastify";
import { afterAll } from "vitest";
import { withTrustedOutput } from "../src/trusted-output.ts";
import { send, testHost } from "./host.ts";

/** The whole API on an empty database of its own. Call it at the top of a test file. */
export async function testShop() {
  const database = await testDatabase();
  const db = createClient(database.url, { max: 20 });
  afterAll(() => db.$client.end());
  const app = await testHost({ router: withTrustedOutput(appRouter), db });
  return { app, db };
}

export const address = {
  name: "Ada",
  line1: "Ring 1",
  city: "Berlin",
  postalCode: "10115",
  country: "DE",
};

type Answer = { status: number; body: { id: string; version: number; [name: string]: unknown } };

/** Cart, line, checkout and address over REST, as an integrator does it; each step must succeed. */
export async function readyCheckout(app: FastifyInstance, variantId: string, quantity = 1) {
  const cart = await must(send(app, "POST", "/api/v1/carts", { body: { region: "eu" } }));
  await must(
    send(app, "PUT", `/api/v1/carts/${cart.id}/lines/${variantId}`, {
      body: { quantity },
      headers: { "if-match": `"${cart.version}"` },
    }),
  );
  const checkout = await must(
    send(app, "POST", "/api/v1/checkouts", { body: { cartId: cart.id } }),
  );
  return await must(
    send(app, "PATCH", `/api/v1/checkouts/${checkout.id}`, {
      body: { email: "ada@example.com", shippingOptionId: "standard", shippingAddress: address },
      headers: { "if-match": `"${checkout.version}"` },
    }),
  );
}

export function complete(
  app: FastifyInstance,
  checkoutId: string,
  key: string,
  token = "tok_success",
) {
  return send(app, "POST", `/api/v1/checkouts/${checkoutId}/complete`, {
    body: { payment: { provider: "test", token } },
    headers: { "idempotency-key": key },
  });
}

async function must(sent: ReturnType<typeof send>): Promise<Answer["body"]> {
  const answer = (await sent) as Answer;
  if (answer.status >= 300) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
