import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { statement } from "../../kernel/statement.ts";
import { renderMail, type WaitingMail } from "../mails.ts";

/** `id`: the same each time that it is offered. */
export type Mail = {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** To end mails of its kind with one click. */
  unsubscribeUrl?: string;
};

/** Whatever takes mails: a file, an SMTP server. */
export type MailTransport = {
  /** `refused`: for good, such as for an address that there is not. @throws when it may be offered again later */
  send(mail: Mail): Promise<"taken" | "refused">;
  close(): void;
};

type Claimed = WaitingMail & { id: string; to: string };

/**
 * Sends what waits. A mail is claimed for two minutes, sent outside of any transaction, then deleted: a crash in
 * between sends it twice, never not at all. One that fails is tried again later and later, for about three days; one that is refused
 * for good is not. What was told first is handed over first.
 * @returns how many were claimed
 */
export async function sendMails(
  ctx: Pick<ServiceContext, "db" | "log">,
  transport: Pick<MailTransport, "send">,
  { limit }: { limit: number },
): Promise<number> {
  const claimed = await statement<Claimed>(
    ctx.db,
    sql`with claimed as (
        update mail set tries = tries + 1,
               due_at = now() + greatest(interval '2 minutes', interval '1 minute' * power(2, tries))
         where id in (select id from mail where due_at <= now() and tries < 12
                       order by due_at, id limit ${limit} for update skip locked)
        returning id, recipient as "to", template, link, language, words)
      select * from claimed order by id`,
  );
  await Promise.all(claimed.map((mail) => sendOne(ctx, transport, mail)));
  await statement(ctx.db, sql`delete from mail where tries >= 12 and due_at <= now()`);
  return claimed.length;
}

async function sendOne(
  { db, log }: Pick<ServiceContext, "db" | "log">,
  transport: Pick<MailTransport, "send">,
  { id, ...mail }: Claimed,
): Promise<void> {
  try {
    const unsubscribeUrl = mail.words?.unsubscribeUrl;
    const outcome = await transport.send({
      id: `mail-${id}`,
      to: mail.to,
      ...renderMail(mail),
      ...(unsubscribeUrl !== undefined && { unsubscribeUrl }),
    });
    if (outcome === "refused") log.warn({ mail: id }, "a mail was refused for good");
  } catch (err) {
    log.warn({ err, mail: id }, "a mail was not taken; it is sent again later");
    return;
  }
  await statement(db, sql`delete from mail where id = ${id}::bigint`);
}
