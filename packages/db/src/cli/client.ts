import { type Command, InvalidArgumentError } from "commander";
import { addApiClient, addApplication } from "../api-clients.ts";
import { createClient } from "../client.ts";
import { scopes, userScopes, type Scope } from "../scopes.ts";
import { databaseUrl } from "./env.ts";

type Options = { name: string; scope: Scope[]; redirectUri?: string[]; public?: boolean };

const known: readonly string[] = [...scopes, ...userScopes];

export function addClient(program: Command): void {
  const client = program.command("client").description("systems that use the API by themselves");
  client
    .command("create")
    .description("make an API client and print its secret, once")
    .requiredOption("--name <name>", "what it is, for people: Warehouse ERP")
    .requiredOption("--scope <scope...>", `what it may do: ${known.join(", ")}`, toScopes)
    .option(
      "--redirect-uri <uri...>",
      "for an application that acts for users: where codes are sent",
    )
    .option("--public", "such an application, where a secret can't be kept: an app, a page")
    .action(async ({ name, scope, redirectUri, public: isPublic = false }: Options) => {
      const db = createClient(databaseUrl(), { max: 1, applicationName: "meridian-client" });
      try {
        const { id, secret } =
          redirectUri === undefined
            ? await addApiClient(db, { name, scopes: scope })
            : await addApplication(db, {
                name,
                scopes: scope,
                redirectUris: redirectUri,
                isPublic,
              });
        console.log(`client id      ${id}`);
        if (secret === undefined) return;
        console.log(`client secret  ${secret}`);
        console.log("The secret is stored as a digest and can't be shown again.");
      } finally {
        await db.$client.end();
      }
    });
}

/** Called for each value; several may stand in one, with commas. */
function toScopes(value: string, before: Scope[] = []): Scope[] {
  const given = value.split(",").map((scope) => scope.trim());
  const unknown = given.find((scope) => !known.includes(scope));
  if (unknown !== undefined) throw new InvalidArgumentError(`There is no scope "${unknown}".`);
  return [...new Set([...before, ...(given as Scope[])])];
}
