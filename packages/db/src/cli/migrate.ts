import type { Command } from "commander";
import { migrate } from "../migrate.ts";
import { databaseUrl } from "./env.ts";

export function addMigrate(program: Command): void {
  program
    .command("migrate")
    .description("bring the database to the newest schema")
    .action(async () => {
      const { applied, total } = await migrate(databaseUrl());
      console.log(
        applied === 0
          ? `Up to date: all ${total} migrations were applied before.`
          : `Applied ${applied} of ${total} migrations.`,
      );
    });
}
