import { z } from "zod";
import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import {
  Asked,
  AskToWatch,
  ConfirmWatch,
  OneVariant,
  OwnWatches,
  SetOwnWatch,
  StockWatch,
  Withdrawn,
  WithdrawWatch,
} from "./contract.ts";
import { askToWatch, confirmWatch, withdrawWatch } from "./service/ask.ts";
import { listOwnWatches, removeOwnWatch, setOwnWatch } from "./service/own.ts";

const tag = "Watches";
const adding = ["inventory.variant_not_found", "watches.in_stock", "watches.too_many"];
const own = {
  tag,
  user: true,
  path: "/users/me/watches/{variantId}",
  limit: { name: "writing" },
} as const;

export const watchesRouter = router({
  ask: procedure
    .meta(
      rest({
        method: "POST",
        path: "/inventory/{variantId}/watches",
        summary: "Ask to be told at an address when a sold-out variant is back",
        description:
          "The address gets a mail with a link; it is told only if it says yes there. The answer does not tell whether it waits for the variant already.",
        tag,
        limit: { name: "writing" },
        reasons: adding,
      }),
    )
    .input(AskToWatch)
    .output(Asked)
    .mutation(({ ctx, input }) => askToWatch(ctx, input)),
  confirm: procedure
    .meta(
      rest({
        method: "POST",
        path: "/watches/confirmations",
        summary: "Say yes, with the token from the mail",
        tag,
        reasons: ["watches.link_invalid"],
      }),
    )
    .input(ConfirmWatch)
    .output(StockWatch)
    .mutation(({ ctx, input }) => confirmWatch(ctx, input)),
  withdraw: procedure
    .meta(
      rest({
        method: "POST",
        path: "/watches/withdrawals",
        summary: "Wait no longer, with the token from a mail",
        description: "An unknown token is no error: then there is nothing left to end.",
        tag,
      }),
    )
    .input(WithdrawWatch)
    .output(Withdrawn)
    .mutation(({ ctx, input }) => withdrawWatch(ctx, input)),
  own: procedure
    .meta(
      rest({
        method: "GET",
        path: "/users/me/watches",
        summary: "What one waits for, the newest first",
        tag,
        user: true,
        reasons: ["auth.email_not_verified"],
      }),
    )
    .input(z.strictObject({}))
    .output(OwnWatches)
    .query(({ ctx }) => listOwnWatches(ctx)),
  setOwn: procedure
    .meta(
      rest({
        ...own,
        method: "PUT",
        summary: "Be told when a sold-out variant is back, at one's own address",
        reasons: [...adding, "auth.email_not_verified"],
      }),
    )
    .input(SetOwnWatch)
    .output(StockWatch)
    .mutation(({ ctx, input }) => setOwnWatch(ctx, input)),
  removeOwn: procedure
    .meta(
      rest({
        ...own,
        method: "DELETE",
        summary: "Wait for it no longer",
        status: 204,
        reasons: ["watches.not_found", "auth.email_not_verified"],
      }),
    )
    .input(OneVariant)
    .output(z.void())
    .mutation(({ ctx, input }) => removeOwnWatch(ctx, input)),
});
