import { z } from "zod";
import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import { Nothing } from "./contract.ts";
import { AccountExport, EraseMe } from "./contract/privacy.ts";
import { eraseMe } from "./service/erase.ts";
import { exportMe } from "./service/export.ts";

const common = { tag: "Accounts", user: true } as const;

export const privacyRouter = router({
  export: procedure
    .meta(
      rest({
        ...common,
        method: "GET",
        path: "/users/me/export",
        summary: "A copy of all that is kept of oneself",
      }),
    )
    .input(Nothing)
    .output(AccountExport)
    .query(({ ctx }) => exportMe(ctx)),
  erase: procedure
    .meta(
      rest({
        ...common,
        method: "DELETE",
        path: "/users/me",
        scope: "account:erase",
        summary: "Erase one's account and all that leads to oneself",
        description:
          "Sessions and tokens end. Orders keep their figures, without name and addresses. What is still to be sent or being paid ends first. It can't be undone.",
        status: 204,
        reasons: ["accounts.address_differs", "order.not_sent", "checkout.not_open"],
      }),
    )
    .input(EraseMe)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      await eraseMe(ctx, input);
      ctx.guestCart.forget();
    }),
});
