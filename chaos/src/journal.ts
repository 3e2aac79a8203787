/**
 * What clients were told: every acknowledgement, kept outside of the shop. The reconciliation holds
 * the tables against it. What was never acknowledged is not in it, and may have happened or not.
 */
export type Quantities = Map<string, number>;

export type CartStory = {
  /** Units of each variant that the shop said are in the cart, those since ordered included. */
  acknowledged: Quantities;
};

export type CheckoutStory = {
  cartId: string;
  /** How it ended, as far as the client was told. */
  told: "open" | "cancelled" | "ordered" | "refunded" | "over";
};

export type OrderStory = {
  checkoutId: string;
  number: string;
  totalMinor: number;
  lines: Quantities;
  isCancelled: boolean;
};

export class Journal {
  readonly carts = new Map<string, CartStory>();
  readonly checkouts = new Map<string, CheckoutStory>();
  readonly orders = new Map<string, OrderStory>();
  /** Answers that can't both be true. */
  readonly contradictions: string[] = [];
  /** Requests that no answer came to although everything was up again. */
  readonly unanswered: string[] = [];
  acknowledged = 0;

  openCart(cartId: string): CartStory {
    const story: CartStory = { acknowledged: new Map() };
    this.carts.set(cartId, story);
    this.acknowledged++;
    return story;
  }

  set(cart: CartStory, variantId: string, quantity: number): void {
    cart.acknowledged.set(variantId, quantity);
    this.acknowledged++;
  }

  add(cart: CartStory, variantId: string, quantity: number): void {
    this.set(cart, variantId, (cart.acknowledged.get(variantId) ?? 0) + quantity);
  }

  startCheckout(checkoutId: string, cartId: string): CheckoutStory {
    const known = this.checkouts.get(checkoutId);
    if (known) return known;
    const story: CheckoutStory = { cartId, told: "open" };
    this.checkouts.set(checkoutId, story);
    this.acknowledged++;
    return story;
  }

  /** Every answer with an order says the same of it, and a checkout has one order. */
  placed(checkoutId: string, order: WireOrder): void {
    const story: OrderStory = {
      checkoutId,
      number: order.number,
      totalMinor: order.totals.total.amountMinor,
      lines: new Map(order.lines.map((line) => [line.variantId, line.quantity])),
      isCancelled: false,
    };
    const [otherId] =
      [...this.orders].find(([id, { checkoutId: of }]) => of === checkoutId && id !== order.id) ??
      [];
    if (otherId) this.contradictions.push(`${checkoutId} became both ${otherId} and ${order.id}`);
    const known = this.orders.get(order.id);
    if (!known) {
      this.orders.set(order.id, story);
      this.acknowledged++;
    } else if (known.number !== story.number || known.totalMinor !== story.totalMinor) {
      this.contradictions.push(`${order.id} was told in two ways`);
    }
    const checkout = this.checkouts.get(checkoutId);
    if (checkout) checkout.told = "ordered";
  }

  cancelled(orderId: string): void {
    const order = this.orders.get(orderId);
    if (order) order.isCancelled = true;
    this.acknowledged++;
  }
}

export type WireOrder = {
  id: string;
  number: string;
  totals: { total: { amountMinor: number } };
  lines: { variantId: string; quantity: number }[];
};
