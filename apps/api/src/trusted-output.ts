import type { AnyTRPCProcedure, AnyTRPCRouter } from "@trpc/server";

type Middleware = { _type?: string };

/**
 * The router without the check of what its procedures return, for production: validating a page of 20
 * products was measured at 0.96 of 1.6 ms of CPU for the whole request. The tests run with this as well,
 * and hold every answer against its schema, unknown fields included; in development the check stays.
 *
 * tRPC 11 has no option for it. The check is a middleware that it marks as `output`; a test fails should
 * that change. Delete this when tRPC can be told.
 */
export function withTrustedOutput<Router extends AnyTRPCRouter>(router: Router): Router {
  const procedures = router._def.procedures as Record<string, AnyTRPCProcedure>;
  for (const procedure of Object.values(procedures)) {
    const def = procedure._def as unknown as { middlewares: Middleware[] };
    def.middlewares = def.middlewares.filter(({ _type }) => _type !== "output");
  }
  return router;
}
