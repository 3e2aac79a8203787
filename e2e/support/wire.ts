/** As much of the API's answers as the journeys read. They share no code with the shop. */
export type Money = { amountMinor: number; currency: string };

export type Variant = {
  id: string;
  title: string;
  options: Record<string, string>;
  price: Money;
  available: number | null;
};

export type Product = {
  id: string;
  handle: string;
  title: string;
  holdOnAdd: boolean;
  rating: { average: number; count: number } | null;
  variants: Variant[];
};

export type VariantRecord = {
  id: string;
  prices: { region: string; price: Money; compareAt: Money | null }[];
};

/** All of a product, as its shop keeps it. */
export type ProductRecord = { version: number; variants: VariantRecord[] };

/** A review, a question or an answer. */
export type Contribution = { id: string; version: number; body: string };

export type Level = {
  variantId: string;
  locationId: string;
  onHand: number;
  held: number;
  version: number;
};

export type Availability = {
  variantId: string;
  available: number | null;
  version: number;
  levels?: Level[];
};

export type Cart = {
  id: string;
  version: number;
  region: string;
  currency: string;
  lines: { variantId: string; quantity: number; unitPrice: Money }[];
  totals: { subtotal: Money; total: Money };
};

export type Checkout = {
  id: string;
  version: number;
  state: string;
  expiresAt: string;
  totals: { total: Money };
  shippingOptions: { id: string; label: string; price: Money }[];
};

export type Order = {
  id: string;
  number: string;
  state: string;
  lines: { variantId: string; quantity: number; total: Money }[];
  totals: { subtotal: Money; discount: Money; total: Money };
  timeline: { type: string }[];
};

export type Problem = {
  type: string;
  status: number;
  reason: string;
  details?: Record<string, unknown>;
  current?: { version: number };
};

export type Promotion = { id: string; code: string | null; title: string };
