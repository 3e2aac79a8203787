import type { CommandLine } from "./arguments.ts";
import type { Access } from "./auth.ts";
import { refusalOf, type CommandTable } from "./commands.ts";
import type { Reply } from "./encode.ts";
import { RequestError } from "./errors.ts";
import { createScriptRewriter } from "./scripts.ts";

/** A command as Redis is to get it, and what makes its reply the caller's again. */
export type Prepared = { line: CommandLine; restore: (reply: Reply) => Reply };

/** @throws RequestError when the command may not run */
export type Prepare = (table: CommandTable, line: CommandLine, access: Access) => Prepared;

const unchanged = (reply: Reply) => reply;

export function createPrepare(): Prepare {
  const rewriteScript = createScriptRewriter();
  return (table, line, access) => {
    const refusal = refusalOf(table, line, access);
    if (refusal !== undefined) throw new RequestError(refusal);
    const [name, ...rest] = line;
    const command = name.toUpperCase();
    const { args, restore = unchanged } = rewriteScript(command, rest);
    return { line: [command, ...args], restore };
  };
}
