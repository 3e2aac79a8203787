#!/usr/bin/env node
import { Command } from "commander";
import { addCheck } from "./check.ts";
import { addClient } from "./client.ts";
import { addDemo } from "./demo.ts";
import { explain } from "./failure.ts";
import { addImport } from "./import.ts";
import { addMigrate } from "./migrate.ts";
import { addReset } from "./reset.ts";
import { addRole } from "./role.ts";

const program = new Command("meridian")
  .description(
    "Looks after the database of a Meridian shop (DATABASE_URL, or the shop that runs here).",
  )
  .showHelpAfterError("(--help shows what there is)");
for (const add of [addMigrate, addDemo, addReset, addImport, addCheck, addClient, addRole])
  add(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(explain(error) ?? error);
  process.exitCode = 1;
}
