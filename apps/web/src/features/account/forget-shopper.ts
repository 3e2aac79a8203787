import { forgetCart } from "#features/cart/kept-cart.ts";
import { forgetDraft } from "#features/checkout/checkout-draft.ts";
import { forgetVisits } from "#features/offline/keeper.ts";

/** What this device kept of somebody goes when they go: the address they typed, their bag, what they looked at. */
export async function forgetShopper(): Promise<void> {
  forgetDraft();
  await Promise.allSettled([forgetCart(), forgetVisits()]);
}
