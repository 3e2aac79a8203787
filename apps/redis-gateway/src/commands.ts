import type { Access } from "./auth.ts";
import type { CommandLine } from "./arguments.ts";

type Refusal = "blocks" | "connection" | "admin";
type Policy = {
  isReadOnly: boolean;
  hasBlockOption: boolean;
  hasSubcommands: boolean;
  refusal?: Refusal;
};

/** What each command of the server is, by lower-case name; subcommands as `script|load`. */
export type CommandTable = ReadonlyMap<string, Policy>;

/** Say or ask something about the server and touch neither data nor the connection. */
const HARMLESS = new Set(["ping", "echo", "time", "command"]);

/** Dangerous without being flagged so: they reach other servers or databases, or halt for a debugger. */
const ALSO_ADMIN = new Set(["migrate", "swapdb", "restore-asking", "script|debug"]);

const REASONS: Record<Refusal, string> = {
  blocks: "it would block the connection that all callers share",
  connection: "it would change the state of the connection that all callers share",
  admin: "it administers the server",
};

/**
 * Builds the table from Redis' own answer to COMMAND, so that it knows the server's version and
 * modules. An entry is name, arity, flags, first, last, step, ACL categories, tips, key
 * specifications, subcommands (https://redis.io/docs/latest/commands/command/).
 */
export function buildCommandTable(entries: unknown): CommandTable {
  const table = new Map<string, Policy>();
  const add = (entry: unknown) => {
    if (!Array.isArray(entry)) return;
    const [name, , flags, , , , categories = [], , , subcommands = []] = entry;
    const lower = String(name).toLowerCase();
    const policy = policyOf(lower, flags, categories);
    table.set(lower, { ...policy, hasSubcommands: subcommands.length > 0 });
    for (const subcommand of subcommands) add(subcommand);
  };
  if (Array.isArray(entries)) for (const entry of entries) add(entry);
  return table;
}

function policyOf(
  name: string,
  flagList: unknown[],
  categoryList: unknown[],
): Omit<Policy, "hasSubcommands"> {
  const flags = new Set(flagList.map(String));
  const categories = new Set(categoryList.map(String));
  const isHarmless = HARMLESS.has(name.split("|")[0] ?? name);
  const hasBlockOption = name === "xread" || name === "xreadgroup";
  const policy: Omit<Policy, "hasSubcommands"> = {
    isReadOnly: isHarmless || flags.has("readonly"),
    hasBlockOption,
  };
  if (isHarmless) return policy;
  if (flags.has("admin") || categories.has("@admin") || ALSO_ADMIN.has(name)) {
    policy.refusal = "admin";
  } else if (flags.has("blocking") && !hasBlockOption) {
    policy.refusal = "blocks";
  } else if (
    categories.has("@connection") ||
    categories.has("@transaction") ||
    (flags.has("pubsub") && flags.has("noscript"))
  ) {
    policy.refusal = "connection";
  }
  return policy;
}

/** Why `line` must not run with this access, in Redis' manner of speaking; undefined when it may. */
export function refusalOf(
  table: CommandTable,
  line: CommandLine,
  access: Access,
): string | undefined {
  const [name, first] = line;
  const lower = name.toLowerCase();
  const whole = table.get(lower);
  const policy =
    (whole?.hasSubcommands === true &&
      first !== undefined &&
      table.get(`${lower}|${String(first).toLowerCase()}`)) ||
    whole;
  if (policy === undefined) return `ERR unknown command '${name.slice(0, 128)}'`;
  const refusal =
    policy.refusal ?? (policy.hasBlockOption && asksToBlock(line) ? "blocks" : undefined);
  if (refusal !== undefined) {
    return `ERR Command is not available: '${name.toUpperCase()}' (${REASONS[refusal]})`;
  }
  if (access === "read" && !policy.isReadOnly) {
    return `NOPERM this user has no permissions to run the '${lower}' command`;
  }
  return undefined;
}

/** Reads the options of XREAD and XREADGROUP up to STREAMS; a consumer may be called "block". */
function asksToBlock([, ...args]: CommandLine): boolean {
  for (let index = 0; index < args.length; index++) {
    switch (String(args[index]).toUpperCase()) {
      case "BLOCK":
        return true;
      case "STREAMS":
        return false;
      case "COUNT":
        index += 1;
        break;
      case "GROUP":
        index += 2;
        break;
    }
  }
  return false;
}
