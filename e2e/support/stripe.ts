import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { env } from "./env.ts";
import { expectApiReady, stackControl } from "./stack-control.ts";

const program = fileURLToPath(
  new URL("../../packages/api/testing/stripe/main.ts", import.meta.url),
);
const webhookSecret = "whsec_of_the_journeys";
const settings = ["SECRET_KEY", "PUBLISHABLE_KEY", "WEBHOOK_SECRET", "API_URL"];

export type StripeStandIn = { url: string; close(): Promise<void> };

/** Has the shop paid with Stripe, until it is closed: who stands in for it runs beside, and its notices reach the shop. */
export async function payWithStripe(): Promise<StripeStandIn> {
  const notices = `${env.apiUrl}/stripe/notices`;
  const child = spawn(process.execPath, [program, notices, webhookSecret], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [url] = (await once(createInterface(child.stdout), "line")) as [string];
  await restart(["sk_test_1", "pk_test_1", webhookSecret, url]);
  return {
    url,
    async close() {
      await restart(settings.map(() => ""));
      child.kill();
    },
  };
}

async function restart(values: string[]): Promise<void> {
  const given = settings.map((name, index) => [`STRIPE_${name}`, values[index] ?? ""]);
  for (const service of ["api", "worker"] as const) {
    await stackControl.takeDown(service);
    await stackControl.bringUp(service, Object.fromEntries(given) as Record<string, string>);
  }
  await expectApiReady();
}
