/** Mails to the buyer, made of the events of their order: it was placed, sent or cancelled, money went back. */
import { consumeOnce } from "../events/cursor.ts";
import type { LoggedEvent } from "../events/log.ts";
import type { RootContext } from "../kernel/context.ts";
import { queueMail, type MailWords } from "../kernel/mail.ts";
import { formatMoney, money, type Money } from "../kernel/money.ts";
import type { Order, OrderLine } from "../orders/contract.ts";
import { erasedEmail } from "../orders/service/erase.ts";
import { findOrders } from "../orders/service.ts";

type Write = (order: Order, data: Record<string, unknown>) => MailWords;

const wordsFor: Record<string, Write> = {
  "order.placed": placed,
  "order.fulfilled": parcel,
  "order.cancelled": cancelled,
  "order.refunded": refunded,
};

/**
 * Queues the mails of what happened since. In one transaction with its place in the log: each event's mail is
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
      const link = `${shopUrl}/orders/${order.id}`;
      await queueMail(db, { to: order.email, template: "order", link, words });
    }
  });
}

/** Each version of an order wrote one entry of its timeline. */
function wordsOf({ type, version }: LoggedEvent, order: Order): MailWords | undefined {
  return wordsFor[type]?.(order, order.timeline[version - 1]?.data ?? {});
}

function placed(order: Order): MailWords {
  const { number, totals, lines, promotions, shippingOption, giftMessage, taxInclusive } = order;
  const off = promotions
    .filter(({ reduction }) => reduction.amountMinor > 0)
    .map(({ title, reduction }) => `${title}: -${formatMoney(reduction)}`);
  const shipping = totals.shipping.amountMinor === 0 ? "free" : formatMoney(totals.shipping);
  const tax = formatMoney(totals.tax);
  const figures = [
    ...lines.map((line) => `${unitsOf(line, line.quantity)}: ${formatMoney(goodsOf(line))}`),
    ...off,
    `Shipping, ${shippingOption.label.toLowerCase()}: ${shipping}`,
    ...(taxInclusive ? [] : [`Tax: ${tax}`]),
    `Total: ${formatMoney(totals.total)}${taxInclusive ? `, which includes tax of ${tax}` : ""}`,
  ];
  return {
    subject: `Your order ${number}`,
    paragraphs: [
      "Thank you. It is paid, and we are getting it ready.",
      figures.join("\n"),
      ...(giftMessage === null ? [] : [`Your gift message:\n${giftMessage}`]),
      "See where it is at any time. Who has this link sees the order, so keep it to yourself:",
    ],
  };
}

function parcel({ number, lines }: Order, data: Record<string, unknown>): MailWords {
  const { lines: sent = [], trackingUrl } = data as {
    lines?: { variantId: string; quantity: number }[];
    trackingUrl?: string;
  };
  const contents = sent.flatMap(({ variantId, quantity }) => {
    const line = lines.find((one) => one.variantId === variantId);
    return line ? [unitsOf(line, quantity)] : [];
  });
  return {
    subject: `Order ${number}: a parcel is on its way`,
    paragraphs: [
      "It was handed over just now. In it:",
      contents.join("\n"),
      ...(trackingUrl === undefined ? [] : [`Follow the parcel: ${trackingUrl}`]),
      "The whole order:",
    ],
  };
}

function cancelled({ number, totals }: Order): MailWords {
  return {
    subject: `Order ${number} is cancelled`,
    paragraphs: [
      `Nothing will be sent. What you paid, ${formatMoney(totals.total)}, goes back to where it came from.`,
      "The order:",
    ],
  };
}

function refunded({ number }: Order, data: Record<string, unknown>): MailWords {
  const amount = formatMoney(data["amount"] as Money);
  return {
    subject: `Order ${number}: ${amount} is on its way back`,
    paragraphs: [
      `We sent ${amount} back to where you paid from. Banks take a few days to show it.`,
      "The order:",
    ],
  };
}

/** Before what takes something off: that is told below. */
function goodsOf({ unitPrice, quantity }: OrderLine): Money {
  return money(unitPrice.amountMinor * quantity, unitPrice.currency);
}

/** `2 x Tide teapot, Sage / Large` */
function unitsOf({ title, variantTitle, options }: OrderLine, quantity: number): string {
  const hasOptions = Object.keys(options).length > 0;
  return `${quantity} x ${title}${hasOptions ? `, ${variantTitle}` : ""}`;
}
