import { rest } from "../../kernel/rest.ts";
import { procedure } from "../../kernel/trpc.ts";
import { Contribution } from "../contract/contributions.ts";
import { Decide, ListQueue, Queue } from "../contract/moderation.ts";
import { decide, listQueue } from "../service/moderate.ts";

const common = { tag: "Reviews", scope: "reviews:moderate" } as const;

export const moderationProcedures = {
  queue: procedure
    .meta(
      rest({
        ...common,
        method: "GET",
        path: "/moderation-queue",
        summary: "What waits for a moderator: new, changed or reported; the longest first",
        reasons: ["page.bad_cursor"],
      }),
    )
    .input(ListQueue)
    .output(Queue)
    .query(({ ctx, input }) => listQueue(ctx, input)),
  decide: procedure
    .meta(
      rest({
        ...common,
        method: "PUT",
        path: "/contributions/{contributionId}/decision",
        summary: "Publish or refuse it",
        description: "Of the version that was read; decided once more, the later decision counts.",
        ifMatch: "required",
        reasons: ["reviews.not_found", "reviews.version_mismatch"],
      }),
    )
    .input(Decide)
    .output(Contribution)
    .mutation(({ ctx, input }) => decide(ctx, input)),
};
