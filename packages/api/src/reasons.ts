import { reasons as accounts } from "./accounts/contract.ts";
import { reasons as bulk } from "./bulk/contract.ts";
import { reasons as cart } from "./cart/contract.ts";
import { reasons as catalog } from "./catalog/contract.ts";
import { reasons as checkout } from "./checkout/contract.ts";
import { reasons as drops } from "./drops/contract.ts";
import { reasons as events } from "./events/contract.ts";
import { reasons as feedback } from "./feedback/contract.ts";
import { reasons as inventory } from "./inventory/contract.ts";
import { reasons as kernel } from "./kernel/reasons.ts";
import { reasons as live } from "./live/contract.ts";
import { reasons as orders } from "./orders/contract.ts";
import { reasons as webhooks } from "./webhooks/contract.ts";
import { reasons as promotions } from "./promotions/contract.ts";
import { reasons as reviews } from "./reviews/contract.ts";
import { reasons as watches } from "./watches/contract.ts";
import { reasons as wishlist } from "./wishlist/contract.ts";

/** Every reason that a caller may be refused for, with the schema of its details. */
export const reasons = {
  ...kernel,
  ...catalog,
  ...inventory,
  ...cart,
  ...checkout,
  ...orders,
  ...bulk,
  ...promotions,
  ...reviews,
  ...watches,
  ...wishlist,
  ...drops,
  ...feedback,
  ...live,
  ...events,
  ...webhooks,
  ...accounts,
};

export type Reason = keyof typeof reasons;
