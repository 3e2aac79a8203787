import { NotLocalError } from "../demo/local-only.ts";

/** Something that the person at the keyboard can put right: shown as it is, without a stack trace. */
export class CommandFailure extends Error {
  override name = "CommandFailure";
}

const unreachable = new Set(["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "CONNECT_TIMEOUT"]);

/** One sentence on what is wrong and what to do; undefined for a defect, which deserves its stack trace. */
export function explain(error: unknown): string | undefined {
  if (error instanceof CommandFailure || error instanceof NotLocalError) return error.message;
  for (const e of causes(error)) {
    const { code, address, port } = e as { code?: string; address?: string; port?: number };
    if (code !== undefined && unreachable.has(code)) {
      const where = address === undefined ? "" : ` at ${address}:${port}`;
      return `No PostgreSQL answers${where}. Start the shop with \`npm start\`, or set DATABASE_URL to a database that runs.`;
    }
    if (code === "28P01" || code === "28000") {
      return "PostgreSQL refuses the user or password. Check DATABASE_URL.";
    }
    if (code === "3D000") return `${e.message}. Create it, or correct DATABASE_URL.`;
    if (code === "42P01") {
      return "The database has no tables of this shop yet. Run `pnpm meridian migrate` first.";
    }
  }
  return undefined;
}

function* causes(error: unknown): Generator<Error> {
  for (let e = error; e instanceof Error; e = e.cause) {
    yield e;
    if (e instanceof AggregateError) for (const inner of e.errors) yield* causes(inner);
  }
}
