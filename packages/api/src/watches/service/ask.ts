/** A guest's address: it is asked first whether it wants to be told. */
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../../kernel/context.ts";
import { queueMail } from "../../kernel/mail.ts";
import { emit, event } from "../../kernel/outbox.ts";
import { statement } from "../../kernel/statement.ts";
import { inTransaction } from "../../kernel/transaction.ts";
import type {
  Asked,
  AskToWatch,
  ConfirmWatch,
  StockWatch,
  Withdrawn,
  WithdrawWatch,
} from "../contract.ts";
import { watchStarted } from "../events.ts";
import { nameOf, shopLink } from "../links.ts";
import { watchWords } from "../mail-words.ts";
import { addWatch } from "./add.ts";
import { linkInvalid } from "./refusals.ts";
import { selectWatches } from "./view.ts";

/** Who asks again and again for a stranger's address fills no mailbox. */
const maxAsked = 3;

/**
 * Mails the link that confirms. The answer is the same whatever the address waits for already.
 * @throws not_found `inventory.variant_not_found` {variantId}
 * @throws conflict `watches.in_stock` {variantId}, `watches.too_many` {max}
 */
export function askToWatch(ctx: ServiceContext, input: AskToWatch): Promise<Asked> {
  const { variantId, email, language } = input;
  return inTransaction(ctx, async (tx) => {
    const { id } = await addWatch(tx, { ...input, isConfirmed: false });
    const [asked] = await statement<{ token: string }>(
      tx.db,
      sql`update watch set asked = asked + 1 where id = ${id} and asked < ${maxAsked} returning token`,
    );
    const [watch] = await selectWatches(tx, sql`watch.id = ${id}`);
    if (asked !== undefined && watch !== undefined) {
      const { product, variantTitle, options } = watch;
      const words = watchWords[language].confirm(nameOf({ ...product, variantTitle, options }));
      const link = shopLink(tx, { language }, `/watches/confirm?token=${asked.token}`);
      await queueMail(tx.db, { to: email, template: "watch", link, language, words });
    }
    return { variantId, state: "unconfirmed" };
  });
}

/**
 * As often as one likes, while it waits.
 * @throws invalid `watches.link_invalid`
 */
export function confirmWatch(ctx: ServiceContext, { token }: ConfirmWatch): Promise<StockWatch> {
  return inTransaction(ctx, async (tx) => {
    const [started] = await statement<{ id: string; variantId: string }>(
      tx.db,
      sql`update watch set confirmed_at = ${tx.clock.now().toISOString()}::timestamptz
          where token = ${token} and confirmed_at is null returning id, variant_id as "variantId"`,
    );
    if (started !== undefined)
      await emit(tx, [
        event(watchStarted, started.id, 1, { watchId: started.id, variantId: started.variantId }),
      ]);
    const [watch] = await selectWatches(tx, sql`watch.token = ${token}`);
    if (watch === undefined) throw linkInvalid();
    return watch;
  });
}

/** By a link of a mail. What is over already ends again: whoever does not want to be told hears no refusal. */
export function withdrawWatch(ctx: ServiceContext, { token }: WithdrawWatch): Promise<Withdrawn> {
  return inTransaction(ctx, async (tx) => {
    const ended = await statement(
      tx.db,
      sql`delete from watch where token = ${token}
            or email = (select email from watch_address where token = ${token}) returning 1`,
    );
    return { ended: ended.length };
  });
}
