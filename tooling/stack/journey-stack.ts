import { join } from "node:path";
import { serveControl } from "./control.ts";
import { demoClientId } from "./data-directory.ts";
import type { Steps } from "./steps.ts";
import { openTemporaryStack } from "./temporary-stack.ts";

/** A whole shop for journeys. */
export type JourneyStack = {
  /** What a journey needs to know, for its environment. */
  env: Record<string, string>;
  close(): Promise<void>;
};

/** @param signal ends the start, too; call `close` all the same */
export async function openJourneyStack(signal: AbortSignal, steps: Steps): Promise<JourneyStack> {
  const { stack, close } = await openTemporaryStack({ signal, steps });
  const control = await serveControl(stack);
  return {
    env: {
      E2E_WEB_URL: stack.webUrl,
      E2E_API_URL: stack.apiUrl,
      E2E_STACK_CONTROL: control.url,
      E2E_DATA: stack.context.data.path,
      E2E_MAILS: join(stack.context.data.path, "mails"),
      MERIDIAN_DEMO_CLIENT_ID: demoClientId,
      MERIDIAN_DEMO_CLIENT_SECRET: stack.context.secrets.demoClientSecret,
    },
    async close() {
      control.close();
      await close();
    },
  };
}
