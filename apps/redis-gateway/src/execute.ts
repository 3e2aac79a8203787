import { toCommandLine, type CommandLine } from "./arguments.ts";
import type { Access } from "./auth.ts";
import type { Connection } from "./connection.ts";
import { encodeAnswer } from "./encode.ts";
import { RequestError } from "./errors.ts";
import { createPrepare, type Prepare } from "./prepare.ts";

/** Who asks, and how strings are to be encoded in the answer. */
export type Caller = { access: Access; isBase64: boolean };

/** An HTTP answer: its status and its JSON text. */
export type Answer = { status: number; json: string };

/**
 * Runs commands, pipelines and transactions, and answers in Upstash's shapes.
 * All three throw RequestError or RedisUnavailable.
 */
export type Executor = {
  run(line: CommandLine, caller: Caller): Promise<Answer>;
  /** Each item answers for itself: a refused or malformed one does not stop the others. */
  runPipeline(body: unknown, caller: Caller): Promise<Answer>;
  /** All or nothing up to EXEC; what fails inside it fails alone, as Redis transactions do. */
  runTransaction(body: unknown, caller: Caller): Promise<Answer>;
};

export function createExecutor(connection: Connection): Executor {
  const prepare = createPrepare();
  return {
    run: (line, caller) => run(connection, prepare, line, caller),
    runPipeline: (body, caller) => runPipeline(connection, prepare, body, caller),
    runTransaction: (body, caller) => runTransaction(connection, prepare, body, caller),
  };
}

async function run(
  connection: Connection,
  prepare: Prepare,
  given: CommandLine,
  { access, isBase64 }: Caller,
): Promise<Answer> {
  const { line, restore } = prepare(connection.commandTable(), given, access);
  const [first = null] = await connection.send([line]);
  const reply = restore(first);
  return { status: reply instanceof Error ? 400 : 200, json: encodeAnswer(reply, isBase64) };
}

async function runPipeline(
  connection: Connection,
  prepare: Prepare,
  body: unknown,
  { access, isBase64 }: Caller,
): Promise<Answer> {
  const table = connection.commandTable();
  const items = toItems(body, "pipeline").map((item) => {
    try {
      return prepare(table, toCommandLine(item), access);
    } catch (error) {
      if (error instanceof RequestError) return error;
      throw error;
    }
  });
  const lines = items.flatMap((item) => (item instanceof Error ? [] : [item.line]));
  const replies = lines.length > 0 ? await connection.send(lines) : [];
  let next = 0;
  const answers = items.map((item) =>
    encodeAnswer(item instanceof Error ? item : item.restore(replies[next++] ?? null), isBase64),
  );
  return { status: 200, json: `[${answers.join(",")}]` };
}

async function runTransaction(
  connection: Connection,
  prepare: Prepare,
  body: unknown,
  { access, isBase64 }: Caller,
): Promise<Answer> {
  const table = connection.commandTable();
  const items = toItems(body, "multi-exec").map((item) => {
    try {
      return prepare(table, toCommandLine(item), access);
    } catch (error) {
      throw error instanceof RequestError ? discarded(error.message) : error;
    }
  });
  const lines = items.map((item) => item.line);
  const replies = await connection.send([["MULTI"], ...lines, ["EXEC"]]);
  const results = replies.at(-1) ?? null;
  if (!Array.isArray(results)) {
    const cause = replies.slice(1, -1).find((reply) => reply instanceof Error) ?? results;
    throw discarded(cause instanceof Error ? cause.message : "Redis gave no result");
  }
  const answers = items.map(({ restore }, index) =>
    encodeAnswer(restore(results[index] ?? null), isBase64),
  );
  return { status: 200, json: `[${answers.join(",")}]` };
}

function toItems(body: unknown, what: string): unknown[] {
  if (!Array.isArray(body)) throw new RequestError(`ERR failed to parse ${what} request`);
  if (body.length === 0) throw new RequestError(`ERR empty ${what} request`);
  return body;
}

const discarded = (cause: string) =>
  new RequestError(`EXECABORT Transaction discarded because of: ${cause}`);
