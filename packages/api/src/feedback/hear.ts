/** What is heard in the event log of orders that arrived and carts that changed becomes surveys that are planned. */
import { consumeOnce } from "../events/cursor.ts";
import type { RootContext } from "../kernel/context.ts";
import { planCartSurveys, planOrderSurveys } from "./service/plan.ts";

const types = ["order.fulfilled", "order.delivered", "cart.changed"];

/**
 * Plans what somebody is to be asked about what happened since. Commits with its place in the log; an event that is heard
 * twice plans nothing anew, since there is one survey of each order and cart.
 * @returns how many events were looked at
 */
export async function planSurveys(ctx: RootContext, { limit }: { limit: number }): Promise<number> {
  return await consumeOnce(
    ctx.db,
    { consumer: "surveys", types, limit },
    async (db, { events }) => {
      const tx = { ...ctx, db };
      const [carts, orders] = [
        events.filter(({ type }) => type === "cart.changed"),
        events.filter(({ type }) => type !== "cart.changed"),
      ];
      await planOrderSurveys(tx, orders);
      await planCartSurveys(tx, carts);
    },
  );
}
