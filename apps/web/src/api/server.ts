import type { AppRouter } from "@meridian/api/root.ts";
import { createTRPCClient, httpLink } from "@trpc/client";
import { waitForApi } from "#api/wait-for-api.ts";
import { env } from "#env.ts";

let start: Promise<void> | undefined;

/** Waits for the API once, after a start; afterwards its absence is said at once. */
const fetchWhenThere: typeof fetch = async (input, init) => {
  // oxlint-disable-next-line no-console -- the server's log
  await (start ??= waitForApi(env.apiUrl, (line) => console.log(line)));
  return await fetch(input, init);
};

/** For server components and route handlers: anonymous reads of the catalogue, over HTTP like everybody. */
export const api = createTRPCClient<AppRouter>({
  links: [httpLink({ url: `${env.apiUrl}/trpc`, fetch: fetchWhenThere })],
});
