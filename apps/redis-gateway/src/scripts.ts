import { hash } from "node:crypto";
import type { Argument } from "./arguments.ts";
import type { Reply } from "./encode.ts";

/** Upstash's own script flag. Redis 7 answers `ERR Unexpected flag in script shebang` to it. */
const UPSTASH_FLAG = "allow-key-locking";
const REMEMBERED_SCRIPTS = 1_000;

const sha1 = (script: string) => hash("sha1", script);

/**
 * Takes Upstash's flag out of a script's `#!lua flags=` line. A line that said nothing else goes as
 * a whole, because a shebang alone switches on Redis' strict mode; its line break stays, so that
 * line numbers in error messages stay right.
 */
export function stripShebang(script: string): string {
  if (!script.startsWith("#!")) return script;
  const end = script.indexOf("\n");
  const line = end === -1 ? script : script.slice(0, end);
  const [engine, ...options] = line.trim().split(/\s+/);
  const flags = options.flatMap((option) =>
    option.startsWith("flags=") ? option.slice("flags=".length).split(",") : [],
  );
  if (!flags.includes(UPSTASH_FLAG)) return script;
  const kept = flags.filter((flag) => flag !== UPSTASH_FLAG);
  const others = options.filter((option) => !option.startsWith("flags="));
  const words = kept.length > 0 ? [...others, `flags=${kept.join(",")}`] : others;
  const shebang = words.length > 0 ? [engine, ...words].join(" ") : "";
  return shebang + (end === -1 ? "" : script.slice(end));
}

export type ScriptRewrite = { args: Argument[]; restore?: (reply: Reply) => Reply };

/**
 * Rewrites script commands so that callers keep using the hash of the text that *they* know. What
 * isn't known yet goes through unchanged: Redis answers NOSCRIPT, and clients fall back to EVAL.
 */
export function createScriptRewriter(): (name: string, args: Argument[]) => ScriptRewrite {
  const hashes = new Map<string, string>();

  const rename = (script: string) => {
    const stripped = stripShebang(script);
    if (stripped !== script) remember(hashes, sha1(script), sha1(stripped));
    return stripped;
  };
  const redisHash = (given: Argument) => hashes.get(String(given).toLowerCase()) ?? given;

  return (name, args) => {
    const [first, second, ...rest] = args;
    if (first === undefined) return { args };
    if (name === "EVAL" || name === "EVAL_RO") {
      const script = String(first);
      return script.startsWith("#!") ? { args: [rename(script), ...args.slice(1)] } : { args };
    }
    if (name === "EVALSHA" || name === "EVALSHA_RO") {
      return { args: [redisHash(first), ...args.slice(1)] };
    }
    if (name !== "SCRIPT" || second === undefined) return { args };
    switch (String(first).toUpperCase()) {
      case "EXISTS":
        return { args: [first, redisHash(second), ...rest.map(redisHash)] };
      case "LOAD": {
        const script = String(second);
        const known = Buffer.from(sha1(script));
        const restore = (reply: Reply) => (Buffer.isBuffer(reply) ? known : reply);
        return { args: [first, rename(script), ...rest], restore };
      }
      default:
        return { args };
    }
  };
}

/** Keeps the newest scripts only; a forgotten one costs its next caller one NOSCRIPT. */
function remember(hashes: Map<string, string>, given: string, stripped: string) {
  hashes.delete(given);
  hashes.set(given, stripped);
  if (hashes.size <= REMEMBERED_SCRIPTS) return;
  const [oldest] = hashes.keys();
  if (oldest !== undefined) hashes.delete(oldest);
}
