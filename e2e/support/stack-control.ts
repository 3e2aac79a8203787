import { expect } from "@playwright/test";
import { env } from "./env.ts";

/** Breaks services of the running stack on purpose. */
export const stackControl = {
  /** SIGKILL, and it stays away. Resolves when it is dead. */
  takeDown: (service: "api" | "worker") => command(service, "down"),
  /** Lets it start again, with these settings upon its own. */
  bringUp: (service: "api" | "worker", settings: Record<string, string> = {}) =>
    command(service, "up", settings),
};

/** Resolves when the API answers. */
export async function expectApiReady(): Promise<void> {
  await expect(async () => {
    expect((await fetch(`${env.apiUrl}/readyz`)).ok).toBe(true);
  }).toPass({ timeout: 60_000 });
}

async function command(service: string, action: string, body: unknown = {}): Promise<void> {
  const response = await fetch(`${env.controlUrl}/services/${service}/${action}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${service} ${action}: ${await response.text()}`);
}
