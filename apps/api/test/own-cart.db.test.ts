import { addLines } from "@meridian/api/testing/checkouts.ts";
import { testContext } from "@meridian/api/testing/context.ts";
import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";
import { describe, expect, test } from "vitest";
import { cookieOf, mailTo, makeUser, password, signIn } from "./accounts.ts";
import { bearerOfUser } from "./authorization-code.ts";
import { send } from "./host.ts";
import { address, complete, readyCheckout, testShop } from "./shop.ts";

const { app, db } = await testShop();
const ctx = testContext(db);
const warehouse = await makeLocation(db);
const stocked = async () =>
  (await makeVariant(db, { stock: { [warehouse]: 5_000 }, priceMinor: { eu: 1999 } })).variantId;
const [a, b, c] = await Promise.all([stocked(), stocked(), stocked()]);

type Headers = Record<string, string>;
type Cart = { id: string; version: number; state: string; lines: Line[] };
type Line = { variantId: string; quantity: number };
const guestCookie = (cart: Cart) => ({ cookie: `meridian_cart=${cart.id}` });
const both = (one: Headers, other: Headers) => ({ cookie: `${one["cookie"]}; ${other["cookie"]}` });

async function call<T>(procedure: string, input: object, headers: Headers = {}): Promise<T> {
  const answer = await send(app, "POST", `/trpc/${procedure}`, { body: input, headers });
  const { result } = answer.body as { result?: { data: T } };
  if (result === undefined) throw new Error(answer.text);
  return result.data;
}
async function current(headers: Headers) {
  const answer = await send(app, "GET", "/trpc/cart.current?input={}", { headers });
  const { result } = answer.body as { result?: { data: Cart | null } };
  if (result === undefined) throw new Error(answer.text);
  return { cart: result.data, kept: answer.headers["set-cookie"] ?? "" };
}
const unitsOf = (cart: Cart | null) =>
  Object.fromEntries((cart?.lines ?? []).map((line) => [line.variantId, line.quantity]));

/** A guest's cart with so many units of each. */
async function guestCart(units: Record<string, number>): Promise<Cart> {
  const cart = await call<Cart>("cart.create", { region: "eu" });
  if (Object.keys(units).length > 0) await addLines(ctx, cart.id, units);
  return cart;
}
const signInWith = (email: string, cart: Cart) =>
  send(app, "POST", "/trpc/accounts.signIn", {
    body: { email, password },
    headers: { ...guestCookie(cart), "sec-fetch-site": "same-origin" },
  });

describe("signing in", () => {
  test("makes the guest's cart the user's, who finds it on every device", async () => {
    const { email, headers } = await makeUser(app, db);
    const guest = await guestCart({ [a]: 2 });
    expect((await signInWith(email, guest)).status).toBe(200);
    const elsewhere = await current(headers);
    expect(elsewhere.cart).toMatchObject({ id: guest.id, state: "active" });
    expect(elsewhere.kept).toContain(guest.id);
    expect(unitsOf(elsewhere.cart)).toEqual({ [a]: 2 });
  });

  test("a cart of 65 lines goes into the one that is there, whole", async () => {
    const many = await Promise.all(Array.from({ length: 65 }, stocked));
    const { email, headers } = await makeUser(app, db);
    await signInWith(email, await guestCart({ [a]: 1, [many[0]!]: 1 }));
    const guest = await guestCart(Object.fromEntries(many.map((id) => [id, 1])));
    const signedIn = await signInWith(email, guest);
    const cookies = [signedIn.headers["set-cookie"]].flat().join();
    const { cart } = await current(headers);
    expect(cookies).toContain(`meridian_cart=${cart?.id}`);
    expect(unitsOf(cart)).toEqual({
      ...Object.fromEntries(many.map((id) => [id, 1])),
      [a]: 1,
      [many[0]!]: 2,
    });
  });

  test("two devices at once, each again and again: every unit is there once", async () => {
    const { email, headers } = await makeUser(app, db);
    const carts = await Promise.all([
      guestCart({ [a]: 1, [b]: 2 }),
      guestCart({ [b]: 3 }),
      guestCart({ [c]: 4 }),
    ]);
    const tries = [...carts, ...carts, ...carts].map((cart) => signInWith(email, cart));
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(Array(9).fill(200));
    expect(unitsOf((await current(headers)).cart)).toEqual({ [a]: 1, [b]: 5, [c]: 4 });
  });

  test("that died before the merge is made good when the cart is asked for, once", async () => {
    const { headers } = await makeUser(app, db);
    await call("cart.create", { region: "eu" }, headers);
    // Signed in, and the browser still has the guest's cart: nothing of the merge happened.
    const guest = await guestCart({ [a]: 3 });
    const browser = both(headers, guestCookie(guest));
    const seen = await Promise.all(Array.from({ length: 4 }, () => current(browser)));
    for (const { cart, kept } of seen) {
      expect(unitsOf(cart)).toEqual({ [a]: 3 });
      expect(kept).toContain(cart?.id ?? "none");
    }
  });

  test("adds that run beside it are in one of the carts or refused, never lost", async () => {
    const { email, headers } = await makeUser(app, db);
    await signInWith(email, await guestCart({ [b]: 1 }));
    const guest = await guestCart({});
    const add = (seq: number) =>
      send(app, "POST", `/api/v1/carts/${guest.id}/operations`, {
        body: {
          device: "beside-the-sign-in",
          operations: [{ type: "add", seq, variantId: a, quantity: 1 }],
        },
      });
    const [, ...adds] = await Promise.all([
      signInWith(email, guest),
      ...Array.from({ length: 20 }, (_, seq) => add(seq)),
    ]);
    const accepted = adds.filter(({ status }) => status === 200).length;
    for (const { status } of adds) expect([200, 409]).toContain(status);
    const units = unitsOf((await current(both(headers, guestCookie(guest)))).cart);
    expect(units).toEqual({ [b]: 1, ...(accepted > 0 && { [a]: accepted }) });
  });

  test("what has no room is told, and stays where it was", async () => {
    const { email } = await makeUser(app, db);
    const bearer = await bearerOfUser(app, db, email);
    const made = await Promise.all(Array.from({ length: 101 }, stocked));
    const full = await guestCart(Object.fromEntries(made.slice(0, 100).map((id) => [id, 1])));
    const claim = (fromCartId: string) =>
      send(app, "POST", "/api/v1/users/me/cart/merges", {
        body: { fromCartId },
        headers: bearer,
      });
    await claim(full.id);
    const other = await guestCart({ [made[100]!]: 1 });
    const told = { status: "refused", variantId: made[100], reason: "cart.too_many_lines" };
    for (let n = 0; n < 2; n++) {
      expect(await claim(other.id)).toMatchObject({ status: 200, body: { outcomes: [told] } });
    }
    const left = await send(app, "GET", `/api/v1/carts/${other.id}`);
    expect(unitsOf(left.body)).toEqual({ [made[100]!]: 1 });
  });

  test("in the middle of a checkout keeps what that holds, the last unit too", async () => {
    const { email, headers } = await makeUser(app, db);
    await signInWith(email, await guestCart({ [a]: 1 }));
    const { variantId: last } = await makeVariant(db, { stock: { [warehouse]: 1 } });
    const begun = await readyCheckout(app, last);
    const guest = { id: begun["cartId"] } as Cart;
    expect((await signInWith(email, guest)).status).toBe(200);
    const { cart } = await current(headers);
    const started = await call<object>("checkout.start", { cartId: cart?.id }, headers);
    expect(started).toMatchObject({
      state: "open",
      cartId: cart?.id,
      lines: [{ variantId: a }, { variantId: last }],
      shippingAddress: address,
    });
    const [before] = await db.$client`select state from checkout where id = ${begun.id}`;
    expect(before).toEqual({ state: "cancelled" });
  });

  test("signing out leaves the next one at this browser nothing of it", async () => {
    const { email, headers } = await makeUser(app, db);
    const guest = await guestCart({ [a]: 1 });
    await signInWith(email, guest);
    const browser = both(headers, guestCookie(guest));
    const out = await send(app, "POST", "/trpc/accounts.signOut", { body: {}, headers: browser });
    expect([out.headers["set-cookie"]].flat().join()).toMatch(/meridian_cart=;/);
    expect((await current(guestCookie(guest))).cart).toBeNull();
    const next = await makeUser(app, db);
    expect((await current(both(next.headers, guestCookie(guest)))).cart).toBeNull();
  });
});

describe("a user's cart", () => {
  test("is one, however often and from wherever it is made", async () => {
    const { email, headers } = await makeUser(app, db);
    const bearer = await bearerOfUser(app, db, email);
    const own = "/api/v1/users/me/cart";
    expect(await send(app, "GET", own, { headers: bearer })).toMatchObject({
      status: 404,
      body: { reason: "cart.none" },
    });
    const byToken = async () =>
      (await send(app, "POST", "/api/v1/carts", { body: {}, headers: bearer })).body as Cart;
    const bySession = () => call<Cart>("cart.create", { region: "eu" }, headers);
    const made = await Promise.all([1, 2, 3].flatMap(() => [byToken(), bySession()]));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const got = await send(app, "GET", own, { headers: bearer });
    expect(got).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    expect(got.body).toMatchObject({ id: made[0]?.id });
  });

  test("is nobody else's: not by its id, not by its promotions, not by a checkout", async () => {
    const { email, headers } = await makeUser(app, db);
    const cart = await call<Cart>("cart.create", { region: "eu" }, headers);
    const eve = await bearerOfUser(app, db, (await makeUser(app, db)).email);
    const missing = { status: 404, body: { reason: "cart.not_found" } };
    const one = `/api/v1/carts/${cart.id}`;
    const match = { "if-match": '"1"' };
    const mine = await guestCart({});
    for (const who of [eve, {}]) {
      const with_ = { headers: { ...who, ...match } };
      const tries = await Promise.all([
        send(app, "GET", one, { headers: who }),
        send(app, "PATCH", one, { ...with_, body: { region: "uk" } }),
        send(app, "PUT", `${one}/lines/${a}`, { ...with_, body: { quantity: 1 } }),
        send(app, "DELETE", `${one}/lines/${a}`, with_),
        send(app, "PUT", `${one}/promotions/TENTH`, { ...with_, body: {} }),
        send(app, "DELETE", `${one}/promotions/TENTH`, with_),
        send(app, "POST", `${one}/operations`, {
          headers: who,
          body: {
            device: "another-one",
            operations: [{ type: "add", seq: 0, variantId: a, quantity: 1 }],
          },
        }),
        send(app, "POST", `${one}/merges`, { headers: who, body: { fromCartId: mine.id } }),
        send(app, "POST", `/api/v1/carts/${mine.id}/merges`, {
          headers: who,
          body: { fromCartId: cart.id },
        }),
        send(app, "POST", "/api/v1/checkouts", { headers: who, body: { cartId: cart.id } }),
      ]);
      for (const answer of tries) expect(answer).toMatchObject(missing);
    }
    const ada = await bearerOfUser(app, db, email);
    expect(await send(app, "GET", one, { headers: ada })).toMatchObject({ status: 200 });
  });

  test("that has ended, or was bought, makes room for the next", async () => {
    const { id, headers } = await makeUser(app, db);
    const cart = await call<Cart>("cart.create", { region: "eu" }, headers);
    await db.$client`update cart set expires_at = now() where id = ${cart.id}`;
    expect((await current(headers)).cart).toBeNull();
    const next = await call<Cart>("cart.create", { region: "eu" }, headers);
    await db.$client`update cart set state = 'ordered' where id = ${next.id}`;
    expect((await call<Cart>("cart.create", { region: "eu" }, headers)).id).not.toBe(next.id);
    const rows = await db.$client`select id from cart where user_id = ${id} and state = 'active'`;
    expect(rows).toHaveLength(1);
  });
});

describe("orders of a guest", () => {
  const place = async (email: string, headers: Headers = {}) => {
    const checkout = await readyCheckout(app, a);
    await send(app, "PATCH", `/api/v1/checkouts/${checkout.id}`, {
      body: { email },
      headers: { ...headers, "if-match": `"${checkout.version}"` },
    });
    return (await complete(app, checkout.id, crypto.randomUUID())).body as { id: string };
  };
  const ordersOf = async (headers: Headers) => {
    const { body } = await send(app, "GET", "/trpc/orders.list?input={}", { headers });
    return (body as { result: { data: { items: { id: string }[] } } }).result.data.items.map(
      ({ id }) => id,
    );
  };

  test("are the user's when the address is confirmed, not before", async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const order = await place(email.toUpperCase());
    await send(app, "POST", "/api/v1/users", { body: { name: "Ada", email, password } });
    const owner = () => db.$client`select user_id from checkout where order_id = ${order.id}`;
    expect((await signIn(app, email)).status).toBe(403);
    expect((await owner())[0]?.["user_id"]).toBeNull();
    const { token } = await mailTo(db, email);
    const verified = await send(app, "POST", "/trpc/accounts.verifyEmail", { body: { token } });
    expect(await ordersOf(cookieOf(verified))).toEqual([order.id]);
    const later = await place(email);
    const again = cookieOf(await signIn(app, email));
    expect(await ordersOf(again)).toEqual([later.id, order.id]);
  });

  test("that they were about to place when they signed in are theirs, too", async () => {
    const { email, headers } = await makeUser(app, db);
    const guest = await guestCart({ [a]: 1 });
    const checkout = await call<{ id: string; version: number }>("checkout.start", {
      cartId: guest.id,
    });
    await signInWith(email, guest);
    await call(
      "checkout.update",
      {
        checkoutId: checkout.id,
        expectedVersion: checkout.version,
        email: "another@example.com",
        shippingOptionId: "standard",
        shippingAddress: address,
      },
      headers,
    );
    const { body } = await complete(app, checkout.id, crypto.randomUUID());
    expect(await ordersOf(headers)).toEqual([(body as { id: string }).id]);
    expect((await current(headers)).cart).toBeNull();
  });
});
