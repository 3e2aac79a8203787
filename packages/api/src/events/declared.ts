import * as bulk from "../bulk/events.ts";
import * as cart from "../cart/events.ts";
import * as catalog from "../catalog/events.ts";
import * as checkout from "../checkout/events.ts";
import * as feedback from "../feedback/events.ts";
import * as inventory from "../inventory/events.ts";
import type { EventType } from "../kernel/outbox.ts";
import * as orders from "../orders/events.ts";
import * as promotions from "../promotions/events.ts";
import * as reviews from "../reviews/events.ts";
import * as watches from "../watches/events.ts";
import * as wishlist from "../wishlist/events.ts";

/** Every event that can happen. What is not here has no place in the feed's description, and can't be asked for. */
export const declaredEvents: readonly EventType[] = [
  catalog,
  inventory,
  cart,
  checkout,
  orders,
  bulk,
  promotions,
  reviews,
  watches,
  wishlist,
  feedback,
].flatMap((events) => Object.values<EventType>(events));
