/**
 * What one order costs the database, as PostgreSQL itself noted it down while the shop took that order, and
 * the same again, with ids of its own, straight from the driver.
 */
import type { Database } from "@meridian/db/client.ts";

/** The server's own log, in a form that can be read back over SQL. */
export const recordable = { logging_collector: "on", log_destination: "jsonlog" };

type Statement = { text: string; parameters: (string | null)[] };
/** Statements that were committed together, or one alone. */
type Step = { isTransaction: boolean; statements: Statement[] };

/** Steps in the order in which they ended, and the moment at which they began. */
export type Recording = { at: number; steps: readonly Step[] };

/** Runs `work` while the server notes down what the shop's processes of this name send it. */
export async function record(
  db: Database,
  applicationName: string,
  work: () => Promise<unknown>,
): Promise<Recording> {
  const start = await logSize(db);
  await setLogging(db, "all");
  const at = Date.now();
  await work();
  await setLogging(db, "none");
  const lines = await linesSince(db, start);
  return { at, steps: stepsOf(lines.filter((line) => line.application_name === applicationName)) };
}

/** The same statements in the same transactions, each transaction sent as one. */
export async function replay({ $client }: Database, { at, steps }: Recording): Promise<void> {
  const fresh = renaming(Date.now() - at);
  for (const { isTransaction, statements } of steps) {
    const sent = statements.map(({ text, parameters }) => ({
      text,
      values: parameters.map((value) => valueOf(value === null ? null : fresh(value))),
    }));
    if (isTransaction)
      await $client.begin((tx) =>
        Promise.all(sent.map(({ text, values }) => tx.unsafe(text, values, { prepare: true }))),
      );
    else for (const { text, values } of sent) await $client.unsafe(text, values, { prepare: true });
  }
}

type LogLine = {
  pid: number;
  application_name?: string;
  message: string;
  detail?: string;
};

async function setLogging(db: Database, statements: "all" | "none"): Promise<void> {
  await db.$client.unsafe(`alter system set log_statement = '${statements}'`);
  await db.$client`select pg_reload_conf()`;
  // Each session takes it over before its next statement.
  await new Promise((resolve) => setTimeout(resolve, 500));
}

async function logSize(db: Database): Promise<number> {
  const [row] = await db.$client<{ size: number }[]>`
    select size::int from pg_stat_file(pg_current_logfile('jsonlog'))`;
  return row?.size ?? 0;
}

async function linesSince(db: Database, start: number): Promise<LogLine[]> {
  const [row] = await db.$client<{ text: string }[]>`
    select pg_read_file(pg_current_logfile('jsonlog'), ${start}, 100000000) as text`;
  const lines = (row?.text ?? "").split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as LogLine);
}

function stepsOf(lines: readonly LogLine[]): Step[] {
  const steps: Step[] = [];
  const open = new Map<number, Step>();
  for (const { pid, message, detail } of lines) {
    const text = /^(?:statement|execute [^:]+): (.*)$/s.exec(message)?.[1];
    // Whoever follows the log reads it for all: that is no order's.
    if (text === undefined || text.includes("event_log")) continue;
    const word = text.trim().toLowerCase();
    const step = open.get(pid);
    const statement = { text, parameters: parametersOf(detail) };
    // Placed where it ends: a lane's transaction is committed before that of its caller.
    if (word.startsWith("begin")) open.set(pid, { isTransaction: true, statements: [] });
    else if (step === undefined) steps.push({ isTransaction: false, statements: [statement] });
    else if (word === "commit") {
      steps.push(step);
      open.delete(pid);
    } else step.statements.push(statement);
  }
  return steps;
}

/** `Parameters: $1 = 'it''s', $2 = NULL` */
function parametersOf(detail = ""): (string | null)[] {
  return [...detail.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/gs)].map(
    ([, quoted]) => quoted?.replaceAll("''", "'") ?? null,
  );
}

/** The driver writes a boolean only from a boolean. */
function valueOf(value: string | null): string | boolean | null {
  return value === "t" || value === "f" ? value === "t" : value;
}

const idsMade = /\b(cart|chk|ord|pay|hold|evt|tch)_[0-9a-z]{26}\b/g;
const instants = /\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00)/g;

let made = 0;
/** New ids for all that the order made, and its times `laterMs` later; what was there before it keeps its name. */
function renaming(laterMs: number): (text: string) => string {
  const names = new Map<string, string>();
  const run = (made++).toString(36).padStart(10, "0");
  const rename = (id: string, prefix: string) => {
    const name = names.get(id) ?? `${prefix}_${run}${names.size.toString(36).padStart(16, "0")}`;
    names.set(id, name);
    return name;
  };
  const move = (instant: string) => new Date(Date.parse(instant) + laterMs).toISOString();
  return (text) => text.replaceAll(idsMade, rename).replaceAll(instants, move);
}
