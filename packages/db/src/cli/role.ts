import { Argument, type Command } from "commander";
import { eq } from "drizzle-orm";
import { createClient } from "../client.ts";
import { users } from "../schema/accounts.ts";
import { roles, type Role } from "../scopes.ts";
import { databaseUrl } from "./env.ts";
import { CommandFailure } from "./failure.ts";

export function addRole(program: Command): void {
  program
    .command("role")
    .description("say who works here: what somebody with an account may do")
    .argument("<email>", "the account's address")
    .addArgument(new Argument("<role>", "staff moderate and manage the shop").choices(roles))
    .action(async (email: string, role: Role) => {
      const db = createClient(databaseUrl(), { max: 1, applicationName: "meridian-role" });
      try {
        const found = await db
          .update(users)
          .set({ role })
          .where(eq(users.email, email.trim().toLowerCase()))
          .returning({ name: users.name });
        if (found[0] === undefined) throw new CommandFailure(`Nobody has an account as ${email}.`);
        console.log(`${found[0].name} is ${role} now.`);
      } finally {
        await db.$client.end();
      }
    });
}
