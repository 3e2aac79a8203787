import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { env } from "./env.ts";

/** The link in the newest mail to this address whose subject fits; waits until there is one. */
export async function linkTo(address: string, subject: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      link = await findLink(address, subject);
      return link;
    })
    .toBeDefined();
  return link ?? "";
}

async function findLink(address: string, subject: string): Promise<string | undefined> {
  const names = await readdir(env.mails).catch(() => []);
  // They are named by when they were written.
  for (const name of names.toSorted((a, b) => b.localeCompare(a))) {
    const mail = await readFile(join(env.mails, name), "utf8");
    if (!mail.startsWith(`To: ${address}\nSubject: ${subject}\n`)) continue;
    return /^https?:\/\/\S+$/m.exec(mail)?.[0];
  }
  return undefined;
}
