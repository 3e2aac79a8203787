import type { AppRouter } from "@meridian/api/root.ts";
import { createTRPCClient, httpLink } from "@trpc/client";
import { env } from "#env.ts";

/** For server components and route handlers: anonymous reads of the catalogue, over HTTP like everybody. */
export const api = createTRPCClient<AppRouter>({
  links: [httpLink({ url: `${env.apiUrl}/trpc` })],
});
