import { DomainError } from "./errors.ts";
import { userGone } from "./permission.ts";

/**
 * SQLSTATEs that mean "this value does not fit its column": out of range, not a date, not text. The
 * contracts refuse such values by name; this is the backstop for what they let through.
 */
const badValue = new Set(["22003", "22007", "22008", "22021", "22P02", "22P05"]);

/** The database can't be reached, or is going down: whether the last statement happened is not known. */
const connectionLost = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "57P01",
  "57P02",
  "57P03",
]);

/** Beside that: this process has let go of it, a statement took too long, or it can't write to its disk. */
const outOfReach = new Set([...connectionLost, "ENOTFOUND", "CONNECTION_ENDED", "57014", "58030"]);
/** Of SQLSTATEs: it is out of connections, memory or disk. */
const outOfResources = "53";

const foreignKeyViolation = "23503";

export function isConnectionLost(error: unknown): boolean {
  return codesOf(error).some((code) => connectionLost.has(code));
}

/** Of an error and of what caused it. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let e = error; e instanceof Error; e = e.cause) {
    const { code } = e as { code?: unknown };
    if (typeof code === "string") codes.push(code);
  }
  return codes;
}

/** A thrown thing as the refusal that it amounts to; undefined when it is a defect. */
export function refusalOf(error: unknown): DomainError | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    if (e instanceof DomainError) return e;
    const { code, constraint_name: constraint } = e as {
      code?: unknown;
      constraint_name?: unknown;
    };
    if (typeof code !== "string") continue;
    // A token outlives its account by minutes: nothing is written for who is not there any more.
    if (code === foreignKeyViolation && String(constraint).endsWith("_user_id_fk")) {
      return userGone(error);
    }
    if (badValue.has(code)) {
      return new DomainError("malformed", "request.value_out_of_range", {
        message: "A value is outside of what can be stored.",
        cause: error,
      });
    }
    if (outOfReach.has(code) || (code.length === 5 && code.startsWith(outOfResources))) {
      return new DomainError("unavailable", "service.unavailable", {
        message: "The service is not available for a moment. Try again.",
        retryAfterSeconds: 1,
        cause: error,
      });
    }
  }
  return undefined;
}
