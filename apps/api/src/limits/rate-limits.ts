import type { Clock, LimitName } from "@meridian/api/server.ts";
import { LRUCache } from "lru-cache";
import type { Quota, Quotas } from "./policies.ts";
import { Window, type Standing } from "./window.ts";

/** Of each kind; who asked longest ago is forgotten first. */
const maxCallers = 20_000;

export type CallersWindow = { key: string; seconds: number; window: Window };

/** One kind of limit: what it grants, and how far each caller has used it. */
class Limit {
  readonly policy: string;
  readonly #name: LimitName;
  readonly #quota: Quota;
  readonly #windows = new LRUCache<string, CallersWindow>({ max: maxCallers });

  constructor(name: LimitName, quota: Quota) {
    this.#name = name;
    this.#quota = quota;
    this.policy = policyField(name, quota);
  }

  take(caller: string, nowMs: number, hot: Set<CallersWindow>): Standing {
    const counted = this.#windows.get(caller) ?? this.#begin(caller);
    const standing = counted.window.take(nowMs);
    if (counted.window.isHot) hot.add(counted);
    return standing;
  }

  #begin(caller: string): CallersWindow {
    const { seconds } = this.#quota;
    const begun = { key: `${this.#name}:${caller}`, seconds, window: new Window(this.#quota) };
    this.#windows.set(caller, begun);
    return begun;
  }
}

/**
 * The limits as this process knows them. Asking costs no round trip: what is counted here is told to the other processes
 * behind the requests (`shareCounts`), and only of callers who have used a sixteenth of their quota.
 */
export class RateLimits {
  readonly #clock: Clock;
  readonly #limits: Record<LimitName, Limit>;
  #hot = new Set<CallersWindow>();

  constructor(quotas: Quotas, clock: Clock) {
    this.#clock = clock;
    this.#limits = {
      default: new Limit("default", quotas.default),
      checkout: new Limit("checkout", quotas.checkout),
      payment: new Limit("payment", quotas.payment),
      writing: new Limit("writing", quotas.writing),
      voting: new Limit("voting", quotas.voting),
    };
  }

  take(name: LimitName, caller: string): Standing {
    return this.#limits[name].take(caller, this.#clock.now().getTime(), this.#hot);
  }

  /** What `RateLimit-Policy` says. */
  policyOf(name: LimitName): string {
    return this.#limits[name].policy;
  }

  /** Those that the other processes should hear of since the last time. */
  takeHot(): CallersWindow[] {
    const hot = [...this.#hot];
    this.#hot = new Set();
    return hot;
  }
}

/** What `RateLimit-Policy` says: draft-ietf-httpapi-ratelimit-headers. */
export function policyField(name: string, { requests, seconds }: Quota): string {
  return `"${name}";q=${requests};w=${seconds}`;
}

/** What `RateLimit` says. */
export function standingField(
  name: string,
  { remaining, seconds }: Pick<Standing, "remaining" | "seconds">,
): string {
  return `"${name}";r=${remaining};t=${seconds}`;
}
