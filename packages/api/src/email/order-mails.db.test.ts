import { createClient } from "@meridian/db/client.ts";
import { productTranslations } from "@meridian/db/schema.ts";
import { testDatabase } from "@meridian/tooling/testing/postgres.ts";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { makeOrder, makeReady, pay } from "../../testing/checkouts.ts";
import { testContext } from "../../testing/context.ts";
import { makeLocation, makeVariant } from "../../testing/shop.ts";
import { sendMails, type Mail } from "../accounts/service/send-mails.ts";
import { updateCheckout } from "../checkout/service/update.ts";
import { openRelaySeat, shardCount } from "../events/relay.ts";
import { cancelOrder } from "../orders/service/cancel.ts";
import { fulfilOrder } from "../orders/service/fulfil.ts";
import { queueOrderMails } from "./order-mails.ts";

const database = await testDatabase();
const db = createClient(database.url, { max: 20 });
const relay = await openRelaySeat(database.url, 600_000);
const lead = async () => {
  const { led } = await relay.settle();
  if (led.length < shardCount) throw new Error("another relay leads");
};
beforeAll(() => vi.waitFor(lead, 60_000));
afterAll(async () => {
  await relay.close();
  await db.$client.end();
});
const ctx = testContext(db);
const location = await makeLocation(db);
const teapot = () => makeVariant(db, { title: "Tide teapot", stock: { [location]: 9 } });
const queue = () => queueOrderMails(ctx, { shopUrl: "https://shop.example", limit: 100 });

/** What was sent of all that happened up to now. */
async function post(): Promise<Mail[]> {
  while ((await relay.move(100)) !== null);
  // Two workers at once.
  await Promise.all([queue(), queue()]);
  const sent: Mail[] = [];
  const send = async (mail: Mail) => {
    sent.push(mail);
    return "taken" as const;
  };
  await sendMails(ctx, { send }, { limit: 100 });
  return sent;
}

beforeEach(async () => {
  await post();
});

test("who buys gets a receipt with the order's link, once", async () => {
  const { variantId } = await teapot();
  const order = await makeOrder(ctx, { [variantId]: 2 });
  const [mail, ...others] = await post();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ to: "ada@example.com", subject: `Your order ${order.number}` });
  expect(mail?.text).toContain(`https://shop.example/orders/${order.id}`);
  expect(mail?.text).toContain("2 x Tide teapot: \u20ac39.98");
  expect(await post()).toEqual([]);
});

test("what shoppers and sellers wrote is no markup in a mail", async () => {
  const script = "<script>alert(1)</script>";
  const { variantId } = await makeVariant(db, { title: script, stock: { [location]: 9 } });
  const { id: checkoutId, version } = await makeReady(ctx, { [variantId]: 1 });
  const giftMessage = `For you ${script}`;
  await updateCheckout(ctx, { checkoutId, expectedVersion: version, giftMessage });
  await pay(ctx, checkoutId);
  const [mail] = await post();
  expect(mail?.text).toContain(`1 x ${script}: `);
  expect(mail?.html).not.toContain("<script");
  expect(mail?.html).toContain("1 x &lt;script&gt;");
  expect(mail?.html).toContain("For you &lt;script&gt;");
  expect(mail?.html).toMatch(/<html lang="en">/);
});

test("the receipt has the gift message, and only where there is one", async () => {
  const { variantId } = await teapot();
  const { id: checkoutId, version } = await makeReady(ctx, { [variantId]: 1 });
  const giftMessage = "Happy birthday!\nYours, Ada";
  await updateCheckout(ctx, { checkoutId, expectedVersion: version, giftMessage });
  await pay(ctx, checkoutId);
  await makeOrder(ctx, { [variantId]: 1 });
  const [withIt, without] = await post();
  expect(withIt?.text).toContain(giftMessage);
  expect(without?.text).not.toContain("gift");
});

test("an order's mails are in the language that it was placed in, whatever is read of it later", async () => {
  const { productId, variantId } = await teapot();
  await db.insert(productTranslations).values([
    { productId, language: "de", title: "Teekanne Gezeiten" },
    { productId, language: "ja", title: "潮のティーポット" },
  ]);
  const german = await makeOrder(ctx, { [variantId]: 2 }, "eu", "de");
  await makeOrder(ctx, { [variantId]: 1 }, "eu", "ja");
  await cancelOrder(ctx, { orderId: german.id, idempotencyKey: "cancel-german" });
  const mails = await post();
  const called = (words: string) => mails.find(({ subject }) => subject.includes(words));
  const receipt = called("Deine Bestellung");
  const inJapanese = called("ご注文ありがとうございます");
  expect(receipt?.subject).toBe(`Deine Bestellung ${german.number}`);
  expect(receipt?.text).toContain("2 x Teekanne Gezeiten: 39,98\u00A0€");
  expect(receipt?.text).toContain("Standardversand: 4,90\u00A0€");
  expect(receipt?.text).toContain(`https://shop.example/de/orders/${german.id}`);
  expect(inJapanese?.text).toContain("潮のティーポット × 1：");
  expect(inJapanese?.text).toContain("配送（通常配送）：");
  const words = inJapanese?.text.replaceAll(/https:\S+/g, "") ?? "";
  expect(words).not.toMatch(/[a-z]{2}/i);
  expect(called(`Bestellung ${german.number} ist storniert`)).toBeDefined();
  expect(called("44,88\u00A0€ sind auf dem Rückweg")).toBeDefined();
});

test("each parcel is told with what is in it and how to follow it", async () => {
  const [a, b] = [(await teapot()).variantId, (await teapot()).variantId];
  const { id: orderId } = await makeOrder(ctx, { [a]: 2, [b]: 1 });
  const trackingUrl = "https://parcels.example/1";
  const lines = [{ variantId: a, quantity: 1 }];
  await fulfilOrder(ctx, { orderId, lines, trackingUrl, idempotencyKey: "one" });
  await fulfilOrder(ctx, { orderId, idempotencyKey: "rest" });
  const [, first, second] = await post();
  expect(first?.text).toContain("\n1 x Tide teapot\n");
  expect(first?.text).toContain(`Follow the parcel: ${trackingUrl}`);
  expect(second?.text.match(/1 x Tide teapot/g)).toHaveLength(2);
  expect(second?.text).not.toContain("parcels.example");
});

test("a cancelled order says so, and that its money went back", async () => {
  const { variantId } = await teapot();
  const { id: orderId, number, totals } = await makeOrder(ctx, { [variantId]: 1 });
  await cancelOrder(ctx, { orderId, idempotencyKey: "once" });
  const subjects = (await post()).map(({ subject }) => subject);
  expect(subjects).toContain(`Order ${number} is cancelled`);
  const total = (totals.total.amountMinor / 100).toFixed(2);
  expect(subjects).toContain(`Order ${number}: \u20ac${total} is on its way back`);
});

test("a worker that dies before it commits has queued nothing, and the next one does", async () => {
  const { variantId } = await teapot();
  await makeOrder(ctx, { [variantId]: 1 });
  while ((await relay.move(100)) !== null);
  await db.$client`alter table mail add constraint full_disk check (template <> 'order')`;
  await expect(queue()).rejects.toThrow();
  await db.$client`alter table mail drop constraint full_disk`;
  expect(await post()).toHaveLength(1);
});
