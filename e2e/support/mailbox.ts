import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { env } from "./env.ts";

/** The link in the newest mail to this address whose subject fits; waits until there is one. */
export function linkTo(address: string, subject: string): Promise<string> {
  return findIn(address, subject, /^https?:\/\/\S+$/m);
}

/** Where a mail program's own button ends such mails. */
export async function unsubscribeUrlIn(address: string, subject: string): Promise<string> {
  const header = await findIn(address, subject, /^List-Unsubscribe: <\S+>$/m);
  return header.slice("List-Unsubscribe: <".length, -1);
}

async function findIn(address: string, subject: string, pattern: RegExp): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(async () => {
      found = pattern.exec((await newestMail(address, subject)) ?? "")?.[0];
      return found;
    })
    .toBeDefined();
  return found ?? "";
}

async function newestMail(address: string, subject: string): Promise<string | undefined> {
  const names = await readdir(env.mails).catch(() => []);
  // They are named by when they were written.
  for (const name of names.toSorted((a, b) => b.localeCompare(a))) {
    const mail = await readFile(join(env.mails, name), "utf8");
    if (mail.startsWith(`To: ${address}\nSubject: ${subject}\n`)) return mail;
  }
  return undefined;
}
