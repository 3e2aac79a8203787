import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import { ListQuestions, ListReviews, QuestionPage, ReviewPage } from "./contract.ts";
import {
  AnswerQuestion,
  AskQuestion,
  Contribution,
  ListOwn,
  OwnPage,
  WriteReview,
} from "./contract/contributions.ts";
import { contributionProcedures } from "./router/contributions.ts";
import { moderationProcedures } from "./router/moderation.ts";
import { listQuestions } from "./service/list-questions.ts";
import { listReviews } from "./service/list-reviews.ts";
import { listOwn } from "./service/own.ts";
import { tagsOfPublished } from "./service/tags.ts";
import { answerQuestion, askQuestion, writeReview } from "./service/write.ts";

const tag = "Reviews";
const ofProduct = ["catalog.product_not_found"];
const location = ({ id }: Contribution) => `/api/v1/contributions/${id}`;
const writing = { tag, status: 201, limit: { name: "writing" }, location } as const;
const published = {
  tag,
  cache: "public, max-age=10, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400",
  keep: { for: "everybody", seconds: 60, tags: tagsOfPublished },
  reasons: [...ofProduct, "page.bad_cursor"],
} as const;

export const reviewsRouter = router({
  list: procedure
    .meta(
      rest({
        ...published,
        method: "GET",
        path: "/products/{handle}/reviews",
        summary: "Reviews of a product, and how many stars it has",
      }),
    )
    .input(ListReviews)
    .output(ReviewPage)
    .query(({ ctx, input }) => listReviews(ctx, input)),
  write: procedure
    .meta(
      rest({
        ...writing,
        method: "POST",
        path: "/products/{handle}/reviews",
        summary: "Review a product, once",
        description: "It is public when a moderator has published it.",
        user: true,
        reasons: [...ofProduct, "reviews.already_written", "reviews.too_many_pending"],
      }),
    )
    .input(WriteReview)
    .output(Contribution)
    .mutation(({ ctx, input }) => writeReview(ctx, input)),
  questions: procedure
    .meta(
      rest({
        ...published,
        method: "GET",
        path: "/products/{handle}/questions",
        summary: "Questions about a product, with their answers",
      }),
    )
    .input(ListQuestions)
    .output(QuestionPage)
    .query(({ ctx, input }) => listQuestions(ctx, input)),
  ask: procedure
    .meta(
      rest({
        ...writing,
        method: "POST",
        path: "/products/{handle}/questions",
        summary: "Ask about a product",
        description: "It is public when a moderator has published it.",
        user: true,
        reasons: [...ofProduct, "reviews.too_many_pending"],
      }),
    )
    .input(AskQuestion)
    .output(Contribution)
    .mutation(({ ctx, input }) => askQuestion(ctx, input)),
  answer: procedure
    .meta(
      rest({
        ...writing,
        method: "POST",
        path: "/questions/{contributionId}/answers",
        summary: "Answer a question",
        description:
          "With the scope it is the shop's answer and public at once; a user's is when a moderator has published it.",
        scope: "reviews:moderate",
        own: true,
        reasons: ["reviews.not_found", "reviews.too_many_pending"],
      }),
    )
    .input(AnswerQuestion)
    .output(Contribution)
    .mutation(({ ctx, input }) => answerQuestion(ctx, input)),
  own: procedure
    .meta(
      rest({
        tag,
        method: "GET",
        path: "/users/me/contributions",
        summary: "What one wrote oneself, in whatever state it is, the newest first",
        user: true,
        reasons: ["page.bad_cursor"],
      }),
    )
    .input(ListOwn)
    .output(OwnPage)
    .query(({ ctx, input }) => listOwn(ctx, input)),
  ...contributionProcedures,
  ...moderationProcedures,
});
