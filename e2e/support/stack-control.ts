import { env } from "./env.ts";

/** Breaks services of the running stack on purpose. They are brought back by the stack, as in production. */
export const stackControl = {
  /** SIGKILL, and it stays away. Resolves when it is dead. */
  takeDown: (service: "api") => command(service, "down"),
  /** Lets it start again, with these settings upon its own. Resolves when it answers. */
  async bringUp(service: "api", settings: Record<string, string> = {}): Promise<void> {
    await command(service, "up", settings);
  },
};

async function command(service: string, action: string, body: unknown = {}): Promise<void> {
  const response = await fetch(`${env.controlUrl}/services/${service}/${action}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${service} ${action}: ${await response.text()}`);
}
