/** What went wrong, in HTTP's terms. The number is the status that both transports answer with. */
export const statusByKind = {
  malformed: 400,
  unauthenticated: 401,
  payment: 402,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  precondition_failed: 412,
  invalid: 422,
  precondition_required: 428,
  rate_limited: 429,
  unavailable: 503,
} as const;

export type ErrorKind = keyof typeof statusByKind;

/** `pointer` is a JSON pointer into the input (RFC 6901): `/shippingAddress/city`. */
export type FieldError = { pointer: string; message: string };

export type DomainErrorInit = {
  /** One sentence for people; may change. Clients switch on `reason`. */
  message: string;
  details?: Record<string, unknown>;
  errors?: FieldError[];
  /** The newest representation, for 412. */
  current?: unknown;
  retryAfterSeconds?: number;
  cause?: unknown;
};

/** A refusal that the caller can understand and act on. Anything else that is thrown is a defect, and answers 500. */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  /** Stable, `capability.what`: `cart.out_of_stock`. Declared in the capability's contract. */
  readonly reason: string;
  readonly details: Record<string, unknown> | undefined;
  readonly errors: FieldError[] | undefined;
  readonly current: unknown;
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: ErrorKind, reason: string, init: DomainErrorInit) {
    super(init.message, init.cause === undefined ? undefined : { cause: init.cause });
    this.name = "DomainError";
    this.kind = kind;
    this.reason = reason;
    this.details = init.details;
    this.errors = init.errors;
    this.current = init.current;
    this.retryAfterSeconds = init.retryAfterSeconds;
  }

  get status(): number {
    return statusByKind[this.kind];
  }
}
