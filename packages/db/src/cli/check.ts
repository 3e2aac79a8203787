import type { Command } from "commander";
import { createClient } from "../client.ts";
import { findBrokenInvariants } from "../invariants.ts";
import { databaseUrl } from "./env.ts";

export function addCheck(program: Command): void {
  program
    .command("check")
    .description(
      "reconcile stock with its ledger and holds, orders with their sums, ratings with their reviews",
    )
    .action(async () => {
      const db = createClient(databaseUrl(), {
        max: 1,
        applicationName: "meridian-check",
        statementTimeoutMs: 600_000,
      });
      try {
        const broken = await findBrokenInvariants(db);
        for (const { rule, subject, expected, actual } of broken) {
          console.error(`✗ ${rule}: ${subject} has ${actual}, should have ${expected}`);
        }
        if (broken.length > 0) {
          console.error(
            `${broken.length} broken. The ledger (table movement) tells what happened to each.`,
          );
          process.exitCode = 1;
          return;
        }
        console.log("All sums are right: stock, holds, orders.");
      } finally {
        await db.$client.end();
      }
    });
}
