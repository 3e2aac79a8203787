import { tracked } from "@trpc/server";
import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import { PollInput, PollResult, WatchInput, type LiveFrame } from "./contract.ts";
import { poll } from "./service.ts";

export const liveRouter = router({
  /**
   * The live state of topics. Over HTTP the host answers this procedure with a raw writer of the same
   * wire format, which costs an eighth of the CPU per delivery; this body serves every other caller.
   */
  watch: procedure.input(WatchInput).subscription(async function* ({ ctx, input, signal }) {
    const from = { topics: input.topics, after: input.lastEventId, actor: ctx.actor };
    const allowed = signal && (ctx.whileAllowed?.(signal) ?? signal);
    for await (const { id, frame } of ctx.live.stream(from, allowed)) {
      yield tracked(id, frame as LiveFrame);
    }
  }),
  poll: procedure
    .meta(
      rest({
        method: "GET",
        path: "/live/poll",
        summary: "Wait for a change of topics (long poll)",
        tag: "Live",
        rank: "watch",
      }),
    )
    .input(PollInput)
    .output(PollResult)
    .query(({ ctx, input, signal }) => poll(ctx, input, signal)),
});
