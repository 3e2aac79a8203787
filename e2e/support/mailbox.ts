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
  const mails = await newestFirst();
  return mails.find((mail) => mail.startsWith(`To: ${address}\nSubject: ${subject}\n`));
}

/** The whole newest mail to this address whose text has these words; waits until there is one. */
export async function mailWith(address: string, words: string): Promise<string> {
  let mail: string | undefined;
  await expect
    .poll(async () => {
      const mails = await newestFirst();
      mail = mails.find((one) => one.startsWith(`To: ${address}\n`) && one.includes(words));
      return mail;
    })
    .toBeDefined();
  return mail ?? "";
}

/** They are named by when they were written. */
async function newestFirst(): Promise<string[]> {
  const names = await readdir(env.mails).catch(() => []);
  const texts = names.filter((name) => name.endsWith(".eml"));
  const sorted = texts.toSorted((a, b) => b.localeCompare(a));
  return await Promise.all(sorted.map((name) => readFile(join(env.mails, name), "utf8")));
}
