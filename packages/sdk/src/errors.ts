import { remember } from "./answers.ts";
import type { components } from "./generated/schema.ts";

type Schemas = components["schemas"];
type Problems = { [K in keyof Schemas as K extends `problem.${infer R}` ? R : never]: Schemas[K] };

/** Why a request was refused. Stable; explained under /docs/problems. */
export type Reason = keyof Problems;
/** What the API says of a refusal. `current`, with a 412: what is there now; it can be sent back as `ifMatch`. */
export type Problem<R extends Reason = Reason> = Problems[R] & { current?: object };

/** The API refused. Decide by `reason`, or narrow with `is`. */
export class ProblemError<R extends Reason = Reason> extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem<R>;
  readonly headers: Headers;
  /**
   * An earlier attempt had no answer and may have had its effect, so that this refusal (a 412, say) may be of one's own
   * doing: compare what is there with what was wanted.
   */
  readonly mayHaveApplied: boolean;

  constructor(problem: Problem<R>, headers: Headers, mayHaveApplied: boolean) {
    super(`${problem.reason}: ${problem.detail}`);
    this.problem = problem;
    this.headers = headers;
    this.mayHaveApplied = mayHaveApplied;
    if (problem.current) remember(problem.current, { status: problem.status, headers });
  }

  get reason(): R {
    return this.problem.reason as R;
  }

  get status(): number {
    return this.problem.status;
  }

  get requestId(): string {
    return this.problem.requestId;
  }

  is<Wanted extends Reason>(reason: Wanted): this is ProblemError<Wanted> {
    return (this.problem.reason as string) === reason;
  }
}

/** No token was given out: the client's id, its secret or a scope is not right (RFC 6749, 5.2). */
export class CredentialsError extends Error {
  override readonly name = "CredentialsError";
  /** `invalid_client`, `invalid_scope`. */
  readonly code: string;

  constructor(code: string, description = "") {
    super(description === "" ? code : `${code}: ${description}`);
    this.code = code;
  }
}

/** No answer came, or none of this API. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
  /** Whether the request may have had its effect nonetheless. */
  readonly mayHaveApplied: boolean;

  constructor(message: string, mayHaveApplied: boolean, cause?: unknown) {
    super(message, { cause });
    this.mayHaveApplied = mayHaveApplied;
  }
}
