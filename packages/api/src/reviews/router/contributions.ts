import { z } from "zod";
import { rest } from "../../kernel/rest.ts";
import { procedure } from "../../kernel/trpc.ts";
import {
  ChangeContribution,
  Contribution,
  GetContribution,
  RemoveContribution,
  Report,
  Vote,
} from "../contract/contributions.ts";
import { changeContribution, getContribution, removeContribution } from "../service/own.ts";
import { addVote, removeVote, report } from "../service/votes.ts";

const tag = "Reviews";
const path = "/contributions/{contributionId}";
const found = ["reviews.not_found"];
const common = { tag, path, reasons: found } as const;
const ofAnother = { tag, user: true, reasons: [...found, "reviews.own"] } as const;
const voting = { ...ofAnother, path: `${path}/vote`, limit: { name: "voting" } } as const;

export const contributionProcedures = {
  get: procedure
    .meta(
      rest({
        ...common,
        method: "GET",
        summary: "Get what one wrote; a moderator gets anybody's",
        scope: "reviews:moderate",
        own: true,
      }),
    )
    .input(GetContribution)
    .output(Contribution)
    .query(({ ctx, input }) => getContribution(ctx, input)),
  change: procedure
    .meta(
      rest({
        ...common,
        method: "PATCH",
        summary: "Change what one wrote; it is public again when a moderator has published it",
        user: true,
        ifMatch: "required",
        limit: { name: "writing" },
        reasons: [...found, "reviews.version_mismatch", "reviews.not_a_review"],
      }),
    )
    .input(ChangeContribution)
    .output(Contribution)
    .mutation(({ ctx, input }) => changeContribution(ctx, input)),
  remove: procedure
    .meta(
      rest({
        ...common,
        method: "DELETE",
        summary: "Remove what one wrote, a question with its answers; a moderator anybody's",
        scope: "reviews:moderate",
        own: true,
        status: 204,
        ifMatch: "required",
        reasons: [...found, "reviews.version_mismatch"],
      }),
    )
    .input(RemoveContribution)
    .output(z.void())
    .mutation(({ ctx, input }) => removeContribution(ctx, input)),
  vote: procedure
    .meta(rest({ ...voting, method: "PUT", summary: "Find helpful what somebody else wrote" }))
    .input(GetContribution)
    .output(Vote)
    .mutation(({ ctx, input }) => addVote(ctx, input)),
  unvote: procedure
    .meta(rest({ ...voting, method: "DELETE", summary: "Take that back" }))
    .input(GetContribution)
    .output(Vote)
    .mutation(({ ctx, input }) => removeVote(ctx, input)),
  report: procedure
    .meta(
      rest({
        ...ofAnother,
        method: "PUT",
        path: `${path}/report`,
        summary: "Tell the moderators that something should not be public",
        status: 204,
        limit: { name: "voting" },
      }),
    )
    .input(Report)
    .output(z.void())
    .mutation(({ ctx, input }) => report(ctx, input)),
};
