import { z } from "zod";
import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import { Drop, GetDrop, LeavePlace, Place, TakePlace } from "./contract.ts";
import { leavePlace, takePlace } from "./service/place.ts";
import { getDrop } from "./service/read.ts";

const tag = "Drops";
const path = "/drops/{handle}/places/{key}";

export const dropsRouter = router({
  get: procedure
    .meta(
      rest({
        method: "GET",
        path: "/drops/{handle}",
        summary: "When a drop opens, and what is left of it",
        tag,
        cache: "public, no-cache",
        etag: "bytes",
        reasons: ["drops.not_found"],
      }),
    )
    .input(GetDrop)
    .output(Drop)
    .query(({ ctx, input }) => getDrop(ctx, input)),
  takePlace: procedure
    .meta(
      rest({
        method: "PUT",
        path,
        summary: "Take a place in a drop's line, or keep it",
        description:
          "Ask again before 30 seconds are over, with the ticket of the answer: who does not has left. With `wait` the answer comes when something is new. Who is `in` has a pass for their cart until `until`.",
        tag,
        rank: "watch",
        reasons: ["drops.not_found", "drops.no_line", "drops.line_unavailable", "cart.not_found"],
      }),
    )
    .input(TakePlace)
    .output(Place)
    .mutation(({ ctx, input, signal }) => takePlace(ctx, input, signal)),
  leavePlace: procedure
    .meta(
      rest({
        method: "DELETE",
        path,
        summary: "Leave a drop's line: the next one moves up",
        tag,
        status: 204,
        rank: "watch",
        reasons: ["drops.not_found", "drops.line_unavailable"],
      }),
    )
    .input(LeavePlace)
    .output(z.void())
    .mutation(({ ctx, input }) => leavePlace(ctx, input)),
});
