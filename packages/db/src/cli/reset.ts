import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import { createClient } from "../client.ts";
import { requireLocal } from "../demo/local-only.ts";
import { migrate } from "../migrate.ts";
import { databaseUrl } from "./env.ts";
import { CommandFailure } from "./failure.ts";

export function addReset(program: Command): void {
  program
    .command("reset")
    .description(
      "empty a local database and bring it to the newest schema; everything in it is lost",
    )
    .option("--yes", "do not ask")
    .action(async ({ yes }: { yes?: true }) => {
      const url = databaseUrl();
      const db = createClient(url, { max: 1, applicationName: "meridian-reset" });
      try {
        requireHere(db.$client);
        const name = db.$client.options.database;
        if (!yes) await confirm(`Everything in the database "${name}" will be lost. Go on? [y/N] `);
        await db.$client.unsafe(
          "drop schema if exists public cascade; drop schema if exists drizzle cascade; create schema public",
        );
      } finally {
        await db.$client.end();
      }
      const { total } = await migrate(url);
      console.log(
        `Emptied, and applied ${total} migrations. \`pnpm meridian demo\` fills it again.`,
      );
    });
}

function requireHere(client: Parameters<typeof requireLocal>[0]): void {
  try {
    requireLocal(client);
  } catch (cause) {
    throw new CommandFailure(
      "Only a database on this machine is emptied, and this one is not. Nothing was changed.",
      { cause },
    );
  }
}

async function confirm(question: string): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new CommandFailure(
      "Nobody is here to ask. Say --yes when you mean it; nothing was changed.",
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new CommandFailure("Nothing was changed.");
}
