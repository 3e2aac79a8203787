import { addressesRouter } from "./accounts/addresses-router.ts";
import { clientsRouter } from "./accounts/clients-router.ts";
import { passkeysRouter, totpRouter } from "./accounts/factors-router.ts";
import { preferencesRouter } from "./accounts/preferences-router.ts";
import { privacyRouter } from "./accounts/privacy-router.ts";
import { accountsRouter } from "./accounts/router.ts";
import { bulkRouter } from "./bulk/router.ts";
import { ownCartRouter } from "./cart/own-router.ts";
import { cartRouter } from "./cart/router.ts";
import { catalogRouter } from "./catalog/router.ts";
import { checkoutRouter } from "./checkout/router.ts";
import { dropsRouter } from "./drops/router.ts";
import { eventsRouter } from "./events/router.ts";
import { feedbackRouter } from "./feedback/router.ts";
import { inventoryRouter } from "./inventory/router.ts";
import { router } from "./kernel/trpc.ts";
import { liveRouter } from "./live/router.ts";
import { ordersRouter } from "./orders/router.ts";
import { webhooksRouter } from "./webhooks/router.ts";
import { promotionsRouter } from "./promotions/router.ts";
import { reviewsRouter } from "./reviews/router.ts";
import { watchesRouter } from "./watches/router.ts";
import { wishlistRouter } from "./wishlist/router.ts";

/** The map of the API. One line per capability. */
export const appRouter = router({
  catalog: catalogRouter,
  inventory: inventoryRouter,
  cart: cartRouter,
  ownCart: ownCartRouter,
  checkout: checkoutRouter,
  orders: ordersRouter,
  accounts: accountsRouter,
  addresses: addressesRouter,
  preferences: preferencesRouter,
  privacy: privacyRouter,
  totp: totpRouter,
  passkeys: passkeysRouter,
  clients: clientsRouter,
  bulk: bulkRouter,
  promotions: promotionsRouter,
  reviews: reviewsRouter,
  watches: watchesRouter,
  wishlist: wishlistRouter,
  drops: dropsRouter,
  feedback: feedbackRouter,
  live: liveRouter,
  events: eventsRouter,
  webhooks: webhooksRouter,
});

export type AppRouter = typeof appRouter;
