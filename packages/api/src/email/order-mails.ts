/** Mails to the buyer, made of the events of their order: it was placed, sent or cancelled, money went back. */
import { consumeOnce } from "../events/cursor.ts";
import type { LoggedEvent } from "../events/log.ts";
import type { RootContext } from "../kernel/context.ts";
import { queueMail, type MailRow, type MailWords } from "../kernel/mail.ts";
import { formatMoney, money, type Money } from "../kernel/money.ts";
import type { Order, OrderLine } from "../orders/contract.ts";
import { erasedEmail } from "../orders/service/erase.ts";
import { findOrders } from "../orders/service.ts";
import { shopPath } from "../kernel/shop-path.ts";
import { orderWords, type OrderWords } from "./order-words.ts";

type Write = (order: Order, words: OrderWords, data: Record<string, unknown>) => MailWords;

const wordsFor: Record<string, Write> = {
  "order.placed": placed,
  "order.fulfilled": parcel,
  "order.cancelled": (order, words) =>
    words.cancelled(order.number, amountOf(order, order.totals.total)),
  "order.refunded": (order, words, data) =>
    words.refunded(order.number, amountOf(order, data["amount"] as Money)),
};

/**
 * Queues the mails of what happened since, each in its order's language. In one transaction with its place in the log: each event's mail is
 * queued once.
 * @param options.shopUrl where the storefront is, without a slash
 * @returns how many events were looked at
 */
export async function queueOrderMails(
  ctx: RootContext,
  options: { shopUrl: string; limit: number },
): Promise<number> {
  const { shopUrl, limit } = options;
  const query = { consumer: "order-mails", types: Object.keys(wordsFor), limit };
  return await consumeOnce(ctx.db, query, async (db, { events, isBehindGap }) => {
    if (isBehindGap) ctx.log.warn({}, "mails: events were trimmed before they were told of");
    const ids = [...new Set(events.map(({ aggregateId }) => aggregateId))];
    const orders = new Map((await findOrders({ ...ctx, db }, ids)).map((one) => [one.id, one]));
    for (const event of events) {
      const order = orders.get(event.aggregateId);
      const words = order && wordsOf(event, order);
      if (!words || order.email === erasedEmail) continue;
      const link = `${shopUrl}${shopPath(order, `/orders/${order.id}`)}`;
      const { email: to, language } = order;
      await queueMail(db, { to, template: "order", link, language, words });
    }
  });
}

/** Each version of an order wrote one entry of its timeline. */
function wordsOf({ type, version }: LoggedEvent, order: Order): MailWords | undefined {
  const data = order.timeline[version - 1]?.data ?? {};
  return wordsFor[type]?.(order, orderWords[order.language], data);
}

function placed(order: Order, words: OrderWords): MailWords {
  const { number, totals, lines, promotions, shippingOption, giftMessage, taxInclusive } = order;
  const amount = (value: Money) => amountOf(order, value);
  const figures: MailRow[] = [
    ...lines.map((line) => ({
      what: unitsOf(line, line.quantity, words),
      amount: amount(goodsOf(line)),
    })),
    ...promotions
      .filter(({ reduction }) => reduction.amountMinor > 0)
      .map(({ title, reduction }) => ({ what: title, amount: `-${amount(reduction)}` })),
    words.shipping(
      shippingOption.label,
      totals.shipping.amountMinor === 0 ? null : amount(totals.shipping),
    ),
    ...words.totals({
      total: amount(totals.total),
      tax: amount(totals.tax),
      isTaxInside: taxInclusive,
    }),
  ];
  return words.placed(number, figures, giftMessage);
}

function parcel(
  { number, lines }: Order,
  words: OrderWords,
  data: Record<string, unknown>,
): MailWords {
  const { lines: sent = [], trackingUrl } = data as {
    lines?: { variantId: string; quantity: number }[];
    trackingUrl?: string;
  };
  const contents = sent.flatMap(({ variantId, quantity }) => {
    const line = lines.find((one) => one.variantId === variantId);
    return line ? [{ what: unitsOf(line, quantity, words) }] : [];
  });
  return words.parcel(number, contents, trackingUrl);
}

function amountOf({ language }: Order, value: Money): string {
  return formatMoney(value, language);
}

/** Before what takes something off: that is told below. */
function goodsOf({ unitPrice, quantity }: OrderLine): Money {
  return money(unitPrice.amountMinor * quantity, unitPrice.currency);
}

function unitsOf(
  { title, variantTitle, options }: OrderLine,
  quantity: number,
  words: OrderWords,
): string {
  return words.units(quantity, title, Object.keys(options).length > 0 ? variantTitle : "");
}
