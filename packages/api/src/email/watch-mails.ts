/** Mails to who waits for a variant, made of the events of stock: it can be bought again. */
import { consumeOnce } from "../events/cursor.ts";
import type { LoggedEvent } from "../events/log.ts";
import type { RootContext } from "../kernel/context.ts";
import { queueMail } from "../kernel/mail.ts";
import type { TransactionContext } from "../kernel/transaction.ts";
import { nameOf, shopLink, unsubscribeUrl } from "../watches/links.ts";
import { watchWords } from "../watches/mail-words.ts";
import { findAwaited, noteSoldOut, takeTold, type ToTell } from "../watches/service/tell.ts";

/**
 * Tells who waits for what is there now. Events say where to look, the shelf says what there is: an event that is old by now calls nobody in vain. A
 * mail, its watch's end and the place in the log commit together, so each watch is told once.
 * @returns how many events were looked at
 */
export async function queueWatchMails(
  ctx: RootContext,
  { limit }: { limit: number },
): Promise<number> {
  const query = { consumer: "watch-mails", types: ["stock.changed", "watch.started"], limit };
  return await consumeOnce(ctx.db, query, async (db, { events, isBehindGap }) => {
    const tx: TransactionContext = { ...ctx, db };
    for (const { aggregateId, version } of events.filter(isSoldOut))
      await noteSoldOut(tx, aggregateId, version);
    const changed = [...new Set(events.map(variantOf))];
    // What was trimmed unread may have told of anything.
    const variantIds = await findAwaited(tx, isBehindGap ? undefined : changed);
    for (const variantId of variantIds.toSorted())
      for (const one of await takeTold(tx, variantId)) await queueOne(tx, variantId, one);
  });
}

function isSoldOut({ type, data }: LoggedEvent): boolean {
  return type === "stock.changed" && (data as { available: number }).available === 0;
}

function variantOf({ data }: LoggedEvent): string {
  return (data as { variantId: string }).variantId;
}

async function queueOne(tx: TransactionContext, variantId: string, one: ToTell): Promise<void> {
  const { email, language, addressToken } = one;
  const endLink = shopLink(tx, { language }, `/watches/end?token=${addressToken}`);
  await queueMail(tx.db, {
    to: email,
    template: "watch",
    language,
    link: shopLink(tx, one, `/products/${one.handle}?variant=${variantId}`),
    words: {
      ...watchWords[language].back(nameOf(one), endLink),
      unsubscribeUrl: unsubscribeUrl(tx, addressToken),
    },
  });
}
