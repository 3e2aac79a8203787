/** Users for tests of services, and what they say. */
import type { Database } from "@meridian/db/client.ts";
import { users } from "@meridian/db/schema.ts";
import { scopesOf } from "../src/accounts/roles.ts";
import type { Actor } from "../src/kernel/context.ts";
import { newId } from "../src/kernel/ids.ts";

/** Somebody with an account, as who asks. */
export async function makePerson(
  db: Database,
  role: "shopper" | "staff" = "shopper",
): Promise<Extract<Actor, { kind: "user" }>> {
  const id = newId("usr");
  await db.insert(users).values({ id, email: `${id}@example.com`, name: "Ada", role });
  return { kind: "user", id, role, scopes: scopesOf(role) };
}

export const words = {
  title: "Pours well",
  body: "Not a drop beside the cup.",
  language: "de" as const,
  displayName: "Ada",
};
