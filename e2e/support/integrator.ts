import { randomUUID } from "node:crypto";
import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";
import { berlin } from "./addresses.ts";
import type { Article } from "./shelf.ts";
import type {
  Availability,
  Cart,
  Checkout,
  Contribution,
  Level,
  Money,
  Order,
  Product,
  ProductRecord,
  Promotion,
  VariantRecord,
} from "./wire.ts";

type Options = { body?: unknown; headers?: Record<string, string> };

/** A program that uses the REST API with a token of all scopes. Most methods do one call and expect it to go well. */
export class Integrator {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  /** One call, whatever comes of it. */
  send(method: string, path: string, { body, headers = {} }: Options = {}): Promise<APIResponse> {
    return this.#request.fetch(`/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { data: body }),
    });
  }

  async products(query: string): Promise<Product[]> {
    return (await this.#page(query)).items;
  }

  /** Of all pages. */
  async everyProduct(query: string): Promise<Product[]> {
    const found: Product[] = [];
    let next = "";
    do {
      const { items, nextCursor } = await this.#page(`${query}&limit=100${next}`);
      found.push(...items);
      next = nextCursor === null ? "" : `&cursor=${nextCursor}`;
    } while (next !== "");
    return found;
  }

  #page(query: string): Promise<{ items: Product[]; nextCursor: string | null }> {
    return this.#ok("GET", `/products?${query}`);
  }

  availability(variantId: string): Promise<Availability> {
    return this.#ok("GET", `/inventory/${variantId}`);
  }

  /** Makes exactly so many units buyable, on top of what others hold at this moment. */
  async setAvailable(variantId: string, units: number): Promise<void> {
    const { levels = [] } = await this.availability(variantId);
    for (const [index, level] of levels.entries()) {
      const onHand = level.held + (index === 0 ? units : 0);
      if (onHand !== level.onHand) await this.#setOnHand(level, onHand);
    }
  }

  async #setOnHand({ variantId, locationId, version }: Level, onHand: number): Promise<void> {
    await this.#ok("PUT", `/inventory/${variantId}/levels/${locationId}`, {
      body: { onHand },
      headers: { "if-match": `"${version}"` },
    });
  }

  /** What a variant costs from now on in the market of the journeys. */
  async setPrice({ product, variant }: Article, price: Money): Promise<void> {
    const path = `/products/${product.handle}`;
    const record = await this.#ok<ProductRecord>("GET", `${path}/record`);
    const priced = ({ prices }: VariantRecord) =>
      prices.map((one) => (one.region === "eu" ? { ...one, price, compareAt: null } : one));
    await this.#ok("PATCH", path, {
      body: {
        variants: record.variants.map((one) =>
          one.id === variant.id ? { id: one.id, prices: priced(one) } : { id: one.id },
        ),
      },
      headers: { "if-match": `"${record.version}"` },
    });
  }

  createCart(region = "eu"): Promise<Cart> {
    return this.#ok("POST", "/carts", { body: { region } });
  }

  cart(cartId: string): Promise<Cart> {
    return this.#ok("GET", `/carts/${cartId}`);
  }

  setLine(cart: Cart, variantId: string, quantity: number): Promise<Cart> {
    return this.#ok("PUT", `/carts/${cart.id}/lines/${variantId}`, {
      body: { quantity },
      headers: { "if-match": `"${cart.version}"` },
    });
  }

  /** Holds the stock. */
  startCheckout(cartId: string): Promise<Checkout> {
    return this.#ok("POST", "/checkouts", { body: { cartId } });
  }

  /** Buys through the API alone, from an empty cart to the order. */
  async buy(variantId: string, quantity = 1): Promise<Order> {
    const cart = await this.setLine(await this.createCart(), variantId, quantity);
    const checkout = await this.startCheckout(cart.id);
    await this.#ok("PATCH", `/checkouts/${checkout.id}`, {
      body: {
        email: "shop@example.com",
        shippingOptionId: checkout.shippingOptions[0]?.id,
        shippingAddress: berlin,
      },
      headers: { "if-match": `"${checkout.version}"` },
    });
    return this.#ok("POST", `/checkouts/${checkout.id}/complete`, {
      body: { payment: { provider: "test", token: "tok_success" } },
      headers: { "idempotency-key": randomUUID() },
    });
  }

  order(orderId: string): Promise<Order> {
    return this.#ok("GET", `/orders/${orderId}`);
  }

  /** @param basisPoints hundredths of a percent off the goods; without a code it applies by itself */
  createPromotion(promotion: {
    code?: string;
    title: string;
    basisPoints: number;
  }): Promise<Promotion> {
    const { basisPoints, ...rest } = promotion;
    return this.#ok("POST", "/promotions", {
      body: { ...rest, discount: { type: "percentage", basisPoints } },
    });
  }

  /** Records that everything was sent. */
  fulfil(orderId: string, trackingUrl: string): Promise<Order> {
    return this.#ok("POST", `/orders/${orderId}/fulfilments`, {
      body: { trackingUrl },
      headers: { "idempotency-key": randomUUID() },
    });
  }

  deliver(orderId: string): Promise<Order> {
    return this.#ok("POST", `/orders/${orderId}/delivery`, {
      body: {},
      headers: { "idempotency-key": randomUUID() },
    });
  }

  /** Decides as a moderator that what says these words may be public. */
  async publish(words: string): Promise<void> {
    const { items } = await this.#ok<{ items: Contribution[] }>(
      "GET",
      "/moderation-queue?limit=100",
    );
    const found = items.find(({ body }) => body === words);
    if (!found) throw new Error(`Nothing that waits says ${words}`);
    await this.#ok("PUT", `/contributions/${found.id}/decision`, {
      body: { decision: { type: "publish" } },
      headers: { "if-match": `"${found.version}"` },
    });
  }

  /** Answers for the shop what was asked about a product. */
  async answer(handle: string, asked: string, body: string): Promise<void> {
    const path = `/products/${handle}/questions?limit=100`;
    const { items } = await this.#ok<{ items: Contribution[] }>("GET", path);
    const question = items.find((one) => one.body === asked);
    if (!question) throw new Error(`Nobody asked ${asked}`);
    await this.#ok("POST", `/questions/${question.id}/answers`, {
      body: { body, displayName: "Meridian" },
      headers: { "idempotency-key": randomUUID() },
    });
  }

  async #ok<T>(method: string, path: string, options?: Options): Promise<T> {
    const response = await this.send(method, path, options);
    const text = await response.text();
    expect(response.ok(), `${method} ${path}: ${response.status()} ${text}`).toBe(true);
    return JSON.parse(text) as T;
  }
}
