/** The books of the stand-in, and what each request does to them. */
export type Form = Record<string, string>;

export class Refusal extends Error {
  readonly status: number;
  readonly error: { type: string; code?: string; param?: string; decline_code?: string };

  constructor(status: number, error: Refusal["error"]) {
    super(error.code ?? error.type);
    this.status = status;
    this.error = error;
  }
}

type Failure = { type: "card_error"; code: string; decline_code?: string };
type Intent = {
  id: string;
  object: "payment_intent";
  amount: number;
  currency: string;
  status: "requires_payment_method" | "requires_action" | "succeeded" | "canceled";
  last_payment_error: Failure | null;
  next_action: { type: "redirect_to_url"; redirect_to_url: { url: string } } | null;
  metadata: Form;
  /** How often money moved. */
  charges: number;
};
type Session = {
  id: string;
  object: "checkout.session";
  status: "open" | "complete" | "expired";
  payment_status: "unpaid" | "paid";
  url: string | null;
  payment_intent: string | null;
  amount_total: number;
  currency: string;
  metadata: Form;
  success_url: string;
  cancel_url: string;
};
type Refund = {
  id: string;
  object: "refund";
  payment_intent: string;
  amount: number;
  status: "succeeded" | "pending" | "failed";
  failure_reason?: string;
  metadata: Form;
};

/** Stripe's own test cards. */
const declines: Record<string, Failure> = {
  pm_card_visa_chargeDeclined: {
    type: "card_error",
    code: "card_declined",
    decline_code: "generic_decline",
  },
  pm_card_visa_chargeDeclinedInsufficientFunds: {
    type: "card_error",
    code: "card_declined",
    decline_code: "insufficient_funds",
  },
  pm_card_visa_chargeDeclinedStolenCard: {
    type: "card_error",
    code: "card_declined",
    decline_code: "stolen_card",
  },
  pm_card_chargeDeclinedExpiredCard: { type: "card_error", code: "expired_card" },
};
const challenge = "pm_card_threeDSecure2Required";
const taken = new Set(["pm_card_visa", "ctoken_visa", challenge, ...Object.keys(declines)]);

export class Books {
  /** Where its pages for shoppers are. */
  home = "https://checkout.stripe.test";
  readonly intents = new Map<string, Intent>();
  readonly sessions = new Map<string, Session>();
  readonly refunds: Refund[] = [];
  /** What the next refunds come to. */
  nextRefund: Pick<Refund, "status" | "failure_reason"> = { status: "succeeded" };

  /** How often money was taken, for an attempt or in all. */
  charges(attemptId?: string): number {
    const intents = [...this.intents.values()].filter(
      ({ metadata }) => attemptId === undefined || metadata["attempt_id"] === attemptId,
    );
    return intents.reduce((sum, { charges }) => sum + charges, 0);
  }

  /** The shopper's answer to the bank, at the address that `next_action` gave. */
  prove(intentId: string, isApproved: boolean): void {
    const intent = this.#intent(intentId);
    if (intent.status !== "requires_action") throw new Error(`${intentId} asks for nothing`);
    intent.next_action = null;
    if (isApproved) return succeed(intent);
    const code = "payment_intent_authentication_failure";
    intent.status = "requires_payment_method";
    intent.last_payment_error = { type: "card_error", code };
  }

  /** The shopper pays at Stripe's page. */
  paySession(sessionId: string): void {
    const session = this.#session(sessionId);
    if (session.status !== "open") throw new Error(`${sessionId} is ${session.status}`);
    const { amount_total: amount, currency, metadata } = session;
    const intent = this.#newIntent({ amount: String(amount), currency }, metadata);
    succeed(intent);
    const paid = { status: "complete", payment_status: "paid", url: null } as const;
    Object.assign(session, paid, { payment_intent: intent.id });
  }

  act(method: string, path: string, form: Form): unknown {
    const [, , kind = "", ...rest] = path.split("/");
    if (kind === "payment_intents") return this.#actOnIntent(method, rest, form);
    if (kind === "checkout") return this.#actOnSession(method, rest.slice(1), form);
    if (kind !== "refunds") throw new Refusal(404, { type: "invalid_request_error" });
    return method === "GET" ? this.#listRefunds(form) : this.#refund(form);
  }

  #actOnIntent(method: string, [id = "", verb]: string[], form: Form): Intent {
    if (id === "") return this.#newIntent(form, metadataOf(form));
    const intent = this.#intent(id);
    if (method === "GET") return intent;
    const isOver = intent.status === "succeeded" || intent.status === "canceled";
    if (isOver)
      throw new Refusal(400, {
        type: "invalid_request_error",
        code: "payment_intent_unexpected_state",
      });
    if (verb === "cancel") intent.status = "canceled";
    else confirm(intent, form);
    return intent;
  }

  #actOnSession(method: string, [id = "", verb]: string[], form: Form): Session {
    if (id === "") return this.#newSession(form);
    const session = this.#session(id);
    if (method === "GET" || verb !== "expire") return session;
    if (session.status !== "open") throw new Refusal(400, { type: "invalid_request_error" });
    return Object.assign(session, { status: "expired", url: null });
  }

  #newIntent({ amount = "0", currency = "" }: Form, metadata: Form): Intent {
    const intent: Intent = {
      id: `pi_${this.intents.size + 1}`,
      object: "payment_intent",
      amount: Number(amount),
      currency,
      status: "requires_payment_method",
      last_payment_error: null,
      next_action: null,
      metadata,
      charges: 0,
    };
    this.intents.set(intent.id, intent);
    return intent;
  }

  #newSession(form: Form): Session {
    const id = `cs_test_${this.sessions.size + 1}`;
    const session: Session = {
      id,
      object: "checkout.session",
      status: "open",
      payment_status: "unpaid",
      url: `${this.home}/c/pay/${id}`,
      payment_intent: null,
      amount_total: Number(form["line_items[0][price_data][unit_amount]"]),
      currency: form["line_items[0][price_data][currency]"] ?? "",
      metadata: metadataOf(form),
      success_url: form["success_url"] ?? "",
      cancel_url: form["cancel_url"] ?? "",
    };
    this.sessions.set(id, session);
    return session;
  }

  #listRefunds({ payment_intent: intent }: Form) {
    const data = this.refunds.filter((refund) => refund.payment_intent === intent).toReversed();
    return { object: "list", url: "/v1/refunds", has_more: false, data };
  }

  #refund(form: Form): Refund {
    const { payment_intent = "", amount = "0" } = form;
    const intent = this.#intent(payment_intent);
    const given = this.refunds.filter((one) => one.payment_intent === payment_intent);
    const left = given.reduce((sum, one) => sum - one.amount, intent.amount);
    if (intent.status !== "succeeded" || Number(amount) > left)
      throw new Refusal(400, { type: "invalid_request_error", param: "amount" });
    const refund: Refund = {
      id: `re_${this.refunds.length + 1}`,
      object: "refund",
      payment_intent,
      amount: Number(amount),
      ...this.nextRefund,
      metadata: metadataOf(form),
    };
    this.refunds.push(refund);
    return refund;
  }

  #intent(id: string): Intent {
    return this.intents.get(id) ?? missing("intent");
  }

  #session(id: string): Session {
    return this.sessions.get(id) ?? missing("session");
  }
}

function confirm(intent: Intent, form: Form): void {
  const param = form["payment_method"] === undefined ? "confirmation_token" : "payment_method";
  const card = form[param] ?? "";
  if (!taken.has(card)) missing(param);
  const failure = declines[card];
  if (failure !== undefined) {
    intent.last_payment_error = failure;
    throw new Refusal(402, failure);
  }
  if (card !== challenge) return succeed(intent);
  intent.status = "requires_action";
  const url = `https://hooks.stripe.test/3d_secure/${intent.id}?return=${form["return_url"]}`;
  intent.next_action = { type: "redirect_to_url", redirect_to_url: { url } };
}

function succeed(intent: Intent): void {
  intent.status = "succeeded";
  intent.charges += 1;
}

function metadataOf(form: Form): Form {
  const entries = Object.entries(form).map(([name, value]) => [
    /^metadata\[(.+)\]$/.exec(name)?.[1],
    value,
  ]);
  return Object.fromEntries(entries.filter(([name]) => name !== undefined)) as Form;
}

function missing(param: string): never {
  throw new Refusal(404, { type: "invalid_request_error", code: "resource_missing", param });
}
