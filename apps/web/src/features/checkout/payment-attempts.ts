/**
 * The attempt to pay that is under way in this tab, kept until its outcome is known: a double click,
 * a reload, a lost answer or the way back from the bank repeat the same request under the same
 * idempotency key, so it pays once. It holds the provider's token, never anything of a card.
 */
import type { Checkout } from "@meridian/api/checkout/contract.ts";
import { randomId } from "#browser/random-id.ts";
import { tabStorage } from "#browser/storage.ts";

type ProviderName = Checkout["paymentProviders"][number]["name"];
export type Means = { provider: ProviderName; token: string };

export type Attempt = {
  checkoutId: string;
  provider: ProviderName;
  token: string;
  /** Part of the request that the key stands for. */
  returnUrl: string;
  key: string;
};

const storageKey = "meridian.payment";

export function findAttempt(): Attempt | undefined {
  return (tabStorage.readJson(storageKey) ?? undefined) as Attempt | undefined;
}

/** The attempt that is under way with this token, or a new one; stored before anything is sent. */
export function beginAttempt(checkoutId: string, { provider, token }: Means): Attempt {
  const known = findAttempt();
  if (known?.checkoutId === checkoutId && known.provider === provider && known.token === token)
    return known;
  const returnUrl = new URL(`${location.pathname}#${checkoutId}`, location.href).href;
  const attempt = { checkoutId, provider, token, returnUrl, key: randomId() };
  tabStorage.write(storageKey, JSON.stringify(attempt));
  return attempt;
}

/**
 * The checkout that somebody comes back to from where they pay, maybe in another tab or browser than they left. It stands behind the
 * address's `#`, which no server is told of.
 */
export function returnedCheckoutId(): string | undefined {
  return /^#(chk_[0-9a-hjkmnp-tv-z]{26})$/.exec(location.hash)?.[1];
}

/** Its outcome is known: the next try is another one. */
export function endAttempt(): void {
  tabStorage.write(storageKey, null);
}

/** Nothing is asked any more of what somebody came back to. */
export function forgetReturn(): void {
  if (returnedCheckoutId() === undefined) return;
  // Without a state of its own Next's router learns of it too, and does not bring it back.
  history.replaceState(null, "", location.pathname + location.search);
}
