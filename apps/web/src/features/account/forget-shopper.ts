import { forgetCart } from "#features/cart/kept-cart.ts";
import { forgetDraft } from "#features/checkout/checkout-draft.ts";
import { forgetDevice } from "#features/account/forget-device.ts";
import { forgetVisits } from "#features/offline/keeper.ts";
import { guestWishes } from "#features/wishlist/guest-wishes.ts";

/** What this device kept of somebody goes when they go: the address they typed, their bag, what they looked at. */
export async function forgetShopper(): Promise<void> {
  forgetDraft();
  forgetDevice();
  guestWishes.clear();
  await Promise.allSettled([forgetCart(), forgetVisits()]);
}
