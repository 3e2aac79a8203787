import type { ServiceContext } from "./context.ts";

/** What an installation decides. The host and the worker fill it from their environment. */
export type Settings = {
  /** How long a checkout holds stock (HOLD_SECONDS). */
  holdSeconds: number;
  /** How long a payment provider may take to answer one call (PAYMENT_TIMEOUT_MS). */
  paymentTimeoutMs: number;
  /** How long a shopper may take for a step that the provider asks for: 3-D Secure (PAYMENT_ACTION_SECONDS). */
  paymentActionSeconds: number;
  /** Origin under which browsers reach the API, without a slash; empty: the page's own origin. */
  publicApiUrl: string;
  /** Where the storefront is, without a slash: links in mails lead there. */
  shopUrl: string;
  /** Whether the built-in test provider may be paid with. A shop in production that sells real goods must say no. */
  hasTestPayments: boolean;
  /** How long after an order has arrived its buyer is asked how it was (SURVEY_ORDER_HOURS). */
  surveyOrderHours: number;
  /** How long a cart lies before its shopper is asked what was missing (SURVEY_CART_HOURS). */
  surveyCartHours: number;
  /** How long who was asked is not asked again (SURVEY_PAUSE_DAYS). */
  surveyPauseDays: number;
  /** Whether webhooks may lead to this machine itself, and then without TLS: for who develops a receiver. */
  allowsLocalWebhooks: boolean;
};

const defaults: Settings = {
  holdSeconds: 600,
  paymentTimeoutMs: 10_000,
  paymentActionSeconds: 900,
  publicApiUrl: "",
  shopUrl: "http://localhost:3000",
  hasTestPayments: true,
  surveyOrderHours: 72,
  surveyCartHours: 24,
  surveyPauseDays: 30,
  allowsLocalWebhooks: false,
};

export function settingsOf(ctx: Pick<ServiceContext, "settings">): Settings {
  return { ...defaults, ...ctx.settings };
}
