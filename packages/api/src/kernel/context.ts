import type { Database, Executor } from "@meridian/db/client.ts";
import type { Role, Scope } from "@meridian/db/scopes.ts";
import type { Clock } from "./clock.ts";
import type { Lanes } from "./lanes/lanes.ts";
import type { NewEvent } from "./outbox.ts";
import type { PaymentProvider, ProviderName } from "./payment/provider.ts";
import type { Settings } from "./settings.ts";

/**
 * Who asks. Guests act through unguessable ids; a client carries scopes, a user those of its role. From
 * `expiresAt` on the token that says so is good no more: what lasts longer than a request ends then.
 */
export type Actor =
  | { kind: "guest" }
  | { kind: "client"; id: string; scopes: ReadonlySet<Scope>; expiresAt?: Date }
  | {
      kind: "user";
      id: string;
      role: Role;
      scopes: ReadonlySet<Scope>;
      expiresAt?: Date;
      /** Of the browser that they are signed in with; with a token there is none. */
      sessionId?: string;
    };

/** The part of a pino logger that services use. */
export type Log = {
  debug(data: object, message?: string): void;
  info(data: object, message?: string): void;
  warn(data: object, message?: string): void;
  error(data: object, message?: string): void;
};

/** All that a service may know of its surroundings. */
export type ServiceContext = {
  /** The pool, or the transaction under way. */
  db: Executor;
  /** Where many callers' writes to the same rows become one. */
  lanes: Lanes;
  actor: Actor;
  clock: Clock;
  log: Log;
  /** W3C trace context, carried into events. */
  traceparent?: string | undefined;
  /** What this installation decides; the defaults of `settings.ts` where it decides nothing. */
  settings?: Partial<Settings> | undefined;
  /** Payment providers beside, or instead of, the built-in ones; by name. */
  payments?: Readonly<Partial<Record<ProviderName, PaymentProvider>>> | undefined;
  /** Called once after a commit: wakes the relay, and what this process keeps of what these events tell of is renewed. */
  nudge(events?: readonly NewEvent[]): void;
};

/** A service context whose db is the pool: needed by flows of several transactions (payment). */
export type RootContext = ServiceContext & { db: Database };
