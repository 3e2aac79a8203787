/** The one door for apps/api and apps/worker: the router, its context, and the jobs that run beside requests. */
export { appRouter, type AppRouter } from "./root.ts";
export type { Actor, Log, RootContext, ServiceContext } from "./kernel/context.ts";
export { scopes, type Scope } from "./kernel/context.ts";
export { systemClock, type Clock } from "./kernel/clock.ts";
export { DomainError, type DomainErrorInit, type FieldError } from "./kernel/errors.ts";
export { publicError, toTRPCError, type PublicError } from "./kernel/public-error.ts";
export { refusalOf } from "./kernel/refusal.ts";
export type { Meta, RestOptions, SuccessStatus } from "./kernel/rest.ts";
export { createRedis, nudgeChannel } from "./kernel/redis.ts";
export { pointerToken } from "./kernel/text.ts";
export { createCallerFactory, type RequestContext } from "./kernel/trpc.ts";
