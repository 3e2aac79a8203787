import { clientsRouter } from "./accounts/clients-router.ts";
import { accountsRouter } from "./accounts/router.ts";
import { bulkRouter } from "./bulk/router.ts";
import { cartRouter } from "./cart/router.ts";
import { catalogRouter } from "./catalog/router.ts";
import { checkoutRouter } from "./checkout/router.ts";
import { eventsRouter } from "./events/router.ts";
import { inventoryRouter } from "./inventory/router.ts";
import { router } from "./kernel/trpc.ts";
import { liveRouter } from "./live/router.ts";
import { ordersRouter } from "./orders/router.ts";
import { webhooksRouter } from "./webhooks/router.ts";
import { promotionsRouter } from "./promotions/router.ts";

/** The map of the API. One line per capability. */
export const appRouter = router({
  catalog: catalogRouter,
  inventory: inventoryRouter,
  cart: cartRouter,
  checkout: checkoutRouter,
  orders: ordersRouter,
  accounts: accountsRouter,
  clients: clientsRouter,
  bulk: bulkRouter,
  promotions: promotionsRouter,
  live: liveRouter,
  events: eventsRouter,
  webhooks: webhooksRouter,
});

export type AppRouter = typeof appRouter;
