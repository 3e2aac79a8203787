/** The one door for apps/api and apps/worker: the router, its context, and the jobs that run beside requests. */
export { appRouter, type AppRouter } from "./root.ts";
export type { Actor, Log, RootContext, ServiceContext } from "./kernel/context.ts";
export { scopes, type Scope } from "./kernel/context.ts";
export { systemClock } from "./kernel/clock.ts";
export { DomainError } from "./kernel/errors.ts";
export { publicError, type PublicError, type RequestContext } from "./kernel/trpc.ts";
