"use client";

import type { AppRouter } from "@meridian/api/root.ts";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { useState, type ReactNode } from "react";
import { problemOf } from "#api/problem.ts";
import { retryDelayMs } from "#api/retry-delay.ts";
import { timedFetch } from "#api/server-clock.ts";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();
export { useTRPC, useTRPCClient };

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A refusal stays one however often it is asked for; only what may pass is tried again.
        retry: (failures, error) => failures < 3 && (problemOf(error)?.status ?? 503) >= 500,
        retryDelay: retryDelayMs,
      },
    },
  });
}

function newApiClient() {
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: "/trpc", maxURLLength: 4000, maxItems: 20, fetch: timedFetch })],
  });
}

/** The browser's one API client and one query cache. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(newQueryClient);
  const [client] = useState(newApiClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
