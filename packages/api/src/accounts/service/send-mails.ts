import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { statement } from "../../kernel/statement.ts";
import { renderMail, type MailTemplate } from "../mails.ts";

export type Mail = { to: string; subject: string; text: string };

/** Whatever takes mails: a file, an SMTP server. @throws when it did not take it; it is offered again later */
export type MailTransport = { send(mail: Mail): Promise<void> };

type Claimed = { id: string; recipient: string; template: MailTemplate; link: string };

/**
 * Sends what waits. A mail is claimed for two minutes, sent outside of any transaction, then deleted: a crash in
 * between sends it twice, never not at all. One that fails is tried again later and later, for about three days.
 * @returns how many were claimed
 */
export async function sendMails(
  ctx: Pick<ServiceContext, "db" | "log">,
  transport: MailTransport,
  { limit }: { limit: number },
): Promise<number> {
  const claimed = await statement<Claimed>(
    ctx.db,
    sql`update mail set tries = tries + 1,
        due_at = now() + greatest(interval '2 minutes', interval '1 minute' * power(2, tries))
      where id in (select id from mail where due_at <= now() order by due_at limit ${limit} for update skip locked)
      returning id, recipient, template, link`,
  );
  await Promise.all(claimed.map((mail) => sendOne(ctx, transport, mail)));
  await statement(ctx.db, sql`delete from mail where tries >= 12 and due_at <= now()`);
  return claimed.length;
}

async function sendOne(
  { db, log }: Pick<ServiceContext, "db" | "log">,
  transport: MailTransport,
  { id, recipient, template, link }: Claimed,
): Promise<void> {
  try {
    await transport.send({ to: recipient, ...renderMail({ template, link }) });
  } catch (err) {
    log.warn({ err, mail: id }, "a mail was not taken; it is sent again later");
    return;
  }
  await statement(db, sql`delete from mail where id = ${id}::bigint`);
}
