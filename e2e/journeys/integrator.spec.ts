import { randomUUID } from "node:crypto";
import { berlin } from "../support/addresses.ts";
import { frameWhere, liveFrames } from "../support/live-stream.ts";
import {
  addButton,
  addToBag,
  bagLink,
  expectLive,
  openArticle,
  quantityField,
} from "../support/storefront.ts";
import { expect, test } from "../support/test.ts";
import type { Cart, Checkout, Order, Problem } from "../support/wire.ts";

test("a purchase through REST alone, watched live", async ({ integrator, shelf }) => {
  const { product, variant } = await shelf.take({ units: 3 });
  const line = (cartId: string) => `/carts/${cartId}/lines/${variant.id}`;
  const stop = new AbortController();
  const frames = liveFrames([`stock:${variant.id}`], stop.signal);
  const stockFrame = (available: number) =>
    frameWhere(frames, ({ data }) => {
      const state = data["state"] as { available?: number } | undefined;
      return data["topic"] === `stock:${variant.id}` && state?.available === available;
    });

  await test.step("the first frame is how it stands", () => stockFrame(3));

  await test.step("find it, and ask again for nothing new", async () => {
    const found = await integrator.products(`search=${encodeURIComponent(product.title)}`);
    expect(found.map(({ id }) => id)).toContain(product.id);
    const first = await integrator.send("GET", `/products/${product.handle}`);
    const again = await integrator.send("GET", `/products/${product.handle}`, {
      headers: { "if-none-match": first.headers()["etag"] ?? "" },
    });
    expect(again.status()).toBe(304);
  });

  const cartId = await test.step("a cart, changed only by who has seen it", async () => {
    const made = await integrator.send("POST", "/carts", { body: { region: "eu" } });
    const cart = (await made.json()) as Cart;
    expect(made.status()).toBe(201);
    expect(made.headers()).toMatchObject({ etag: '"1"', location: `/api/v1/carts/${cart.id}` });

    const blind = await integrator.send("PUT", line(cart.id), { body: { quantity: 2 } });
    expect(blind.status()).toBe(428);
    const set = await integrator.send("PUT", line(cart.id), {
      body: { quantity: 2 },
      headers: { "if-match": '"1"' },
    });
    expect(set.headers()["etag"]).toBe('"2"');
    const stale = await integrator.send("PUT", line(cart.id), {
      body: { quantity: 3 },
      headers: { "if-match": '"1"' },
    });
    expect(stale.status()).toBe(412);
    expect(stale.headers()["content-type"]).toContain("application/problem+json");
    expect(((await stale.json()) as Problem).current?.version).toBe(2);
    return cart.id;
  });

  const checkout = await test.step("a checkout that holds the stock", async () => {
    const made = await integrator.startCheckout(cartId);
    await stockFrame(1);
    const tooMany = await integrator.setLine(await integrator.createCart(), variant.id, 1);
    await integrator.setAvailable(variant.id, 0);
    const refused = await integrator.send("POST", "/checkouts", { body: { cartId: tooMany.id } });
    expect(refused.status()).toBe(409);
    expect(await refused.json()).toMatchObject({
      reason: "inventory.out_of_stock",
      details: { variantId: variant.id, requested: 1, available: 0 },
    });

    const patched = await integrator.send("PATCH", `/checkouts/${made.id}`, {
      body: {
        email: "integrator@example.com",
        shippingOptionId: made.shippingOptions[0]?.id,
        shippingAddress: berlin,
      },
      headers: { "if-match": `"${made.version}"` },
    });
    expect(patched.status()).toBe(200);
    return (await patched.json()) as Checkout;
  });

  await test.step("pay once, however often it is sent", async () => {
    const key = randomUUID();
    const complete = (token: string, idempotencyKey: string) =>
      integrator.send("POST", `/checkouts/${checkout.id}/complete`, {
        body: { payment: { provider: "test", token } },
        headers: { "idempotency-key": idempotencyKey },
      });
    const declined = await complete("tok_decline", randomUUID());
    expect(declined.status()).toBe(402);
    expect(((await declined.json()) as Problem).reason).toBe("payment.declined");

    const [first, ...others] = await Promise.all(
      Array.from({ length: 5 }, () => complete("tok_success", key)),
    );
    const answers = await Promise.all(
      [first, ...others].map(async (answer) => {
        // One that comes while the first is under way may be told to wait.
        const settled = answer?.status() === 409 ? await complete("tok_success", key) : answer;
        return { status: settled?.status(), text: await settled?.text() };
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);

    const replay = await complete("tok_success", key);
    expect(replay.headers()["idempotency-replayed"]).toBe("true");
    const order = (await replay.json()) as Order;
    expect(order).toMatchObject({ lines: [{ variantId: variant.id, quantity: 2 }] });
    expect(order.totals.total).toEqual(checkout.totals.total);
    const other = await complete("tok_decline", key);
    expect(((await other.json()) as Problem).reason).toBe("idempotency.key_reused");
    expect(await integrator.order(order.id)).toMatchObject({ number: order.number });
  });

  expect((await integrator.availability(variant.id)).available).toBe(0);
  stop.abort();
});

test("what is changed is on open pages and in the bag within seconds, and nothing else moves there", async ({
  page,
  context,
  shelf,
  integrator,
}) => {
  const article = await shelf.take({ units: 9 });
  const { product, variant } = article;
  await openArticle(page, article);
  await addToBag(page);
  const choice = page.getByRole("radio", { checked: true }).first();
  await choice.focus();
  await page.evaluate(() => window.scrollTo(0, 240));
  const bag = await context.newPage();
  await bag.goto("/cart");
  await bag.getByRole("button", { name: `One more: ${product.title}` }).click();
  await expect(bagLink(page, 2)).toBeVisible();
  for (const screen of [page, bag]) await expectLive(screen);

  const line = bag.getByRole("main").getByRole("listitem").filter({ hasText: product.title });
  const before = Math.ceil(variant.price.amountMinor / 100);
  for (const euros of [before + 7, before + 11]) {
    await integrator.setPrice(article, { amountMinor: euros * 100, currency: "EUR" });
    await expect(addButton(page)).toHaveText(`Add to bag · €${euros}`);
    await expect(line).toContainText(`it is €${euros}.00 now`);
    await expect(line).toContainText(`€${2 * euros}.00`);
  }
  await expect(quantityField(bag, article)).toHaveValue("2");
  await expect(page).toHaveURL(new RegExp(`variant=${variant.id}$`));
  await expect(choice).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(240);

  await test.step("so is what is left of less than is wanted", async () => {
    await integrator.setAvailable(variant.id, 1);
    await expect(line).toContainText("Only 1 left");
    await integrator.setAvailable(variant.id, 9);
    await expect(line).not.toContainText("Only 1 left");
  });

  await test.step("who comes now sees it from the start", async () => {
    const late = await context.newPage();
    await openArticle(late, article);
    await expect(addButton(late)).toHaveText(await addButton(page).innerText());
  });
  await integrator.setPrice(article, variant.price);
});

test("a watcher that was away hears what it missed, once", async ({ integrator, shelf }) => {
  const { variant } = await shelf.take({ units: 5 });
  const topic = `stock:${variant.id}`;
  const isStock = ({ data }: { data: Record<string, unknown> }) => data["topic"] === topic;
  const first = new AbortController();
  const seen = await frameWhere(liveFrames([topic], first.signal), isStock);
  first.abort();

  await integrator.setAvailable(variant.id, 4);
  await integrator.setAvailable(variant.id, 2);

  const second = new AbortController();
  const resumed = liveFrames([topic], second.signal, seen.id);
  const frame = await frameWhere(resumed, (candidate) => {
    const state = candidate.data["state"] as { available?: number } | undefined;
    return isStock(candidate) && state?.available === 2;
  });
  expect(frame.data["version"]).toBeGreaterThan(Number(seen.data["version"]));
  second.abort();
});
