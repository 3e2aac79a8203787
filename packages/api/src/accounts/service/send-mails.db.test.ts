import { createClient } from "@meridian/db/client.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, beforeEach, expect, test } from "vitest";
import { testContext } from "../../../testing/context.ts";
import { queueMail } from "../../kernel/mail.ts";
import { sendMails, type Mail } from "./send-mails.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 10 });
afterAll(() => db.$client.end());
const ctx = testContext(db);
const all = { limit: 100 };

beforeEach(() => db.$client`delete from mail`);

const queue = (to: string) =>
  queueMail(db, {
    to,
    template: "verify-email",
    language: "en",
    link: `https://shop.example/verify?to=${to}`,
  });
const waiting = () => db.$client<{ recipient: string }[]>`select recipient from mail`;

/** Takes mails, but not those to these addresses. */
function post(refuses: readonly string[] = []) {
  const taken: Mail[] = [];
  const send = async (mail: Mail) => {
    if (refuses.includes(mail.to)) throw new Error("mailbox full");
    taken.push(mail);
    return "taken" as const;
  };
  return { send, taken };
}

test("of several workers one sends a mail, and nothing of it is left", async () => {
  for (let n = 0; n < 20; n++) await queue(`${n}@example.com`);
  const transport = post();
  await Promise.all(Array.from({ length: 5 }, () => sendMails(ctx, transport, all)));
  expect(transport.taken).toHaveLength(20);
  expect(transport.taken[0]?.text).toContain("https://shop.example/verify?to=");
  expect(await waiting()).toEqual([]);
});

test("one that an earlier release has queued goes out in English, its link as it is", async () => {
  const words = { subject: "Order 1", paragraphs: ["Thank you."] };
  await db.$client`
    insert into mail (recipient, template, link, words)
    values ('ada@example.com', 'order', 'https://shop.example/orders/ord_1', ${JSON.stringify(words)}::jsonb)`;
  const transport = post();
  await sendMails(ctx, transport, all);
  const [mail] = transport.taken;
  expect(mail?.text).toBe("Thank you.\n\nhttps://shop.example/orders/ord_1\n");
  expect(mail?.html).toContain('<html lang="en">');
  expect(mail?.html).toContain(">https://shop.example/orders/ord_1</a>");
});

test("one that is not taken waits and is offered again; it holds up no other", async () => {
  await queue("full@example.com");
  await queue("ada@example.com");
  const transport = post(["full@example.com"]);
  await sendMails(ctx, transport, all);
  await sendMails(ctx, transport, all);
  expect(transport.taken.map(({ to }) => to)).toEqual(["ada@example.com"]);
  expect(await waiting()).toEqual([{ recipient: "full@example.com" }]);
  await db.$client`update mail set due_at = now() - interval '1 second'`;
  const later = post();
  await sendMails(ctx, later, all);
  expect(later.taken.map(({ to }) => to)).toEqual(["full@example.com"]);
});

test("one that never goes out is given up after its last try", async () => {
  await queue("full@example.com");
  const transport = post(["full@example.com"]);
  let tries = 0;
  while ((await waiting()).length > 0 && tries < 20) {
    tries += await sendMails(ctx, transport, all);
    await db.$client`update mail set due_at = now() - interval '1 second'`;
    if (tries === 12) await sendMails(ctx, transport, all);
  }
  expect(tries).toBe(12);
  expect(await waiting()).toEqual([]);
});

test("a worker that died with a mail in its hands has lost none", async () => {
  await queue("ada@example.com");
  const dies = { send: () => new Promise<never>(() => {}) };
  void sendMails(ctx, dies, all);
  await expect
    .poll(async () => (await db.$client`select 1 from mail where tries = 1`).length)
    .toBe(1);
  await db.$client`update mail set due_at = now() - interval '1 second'`;
  const next = post();
  await sendMails(ctx, next, all);
  expect(next.taken).toHaveLength(1);
});
