import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import {
  AnswerPage,
  AnswerSurvey,
  GetAnswer,
  GetSurvey,
  ListAnswers,
  Stopped,
  StopSurveys,
  Survey,
  SurveyAnswer,
} from "./contract.ts";
import { answerSurvey, stopSurveys } from "./service/answer.ts";
import { getSurvey } from "./service/read.ts";
import { getAnswer, listAnswers } from "./service/results.ts";

const tag = "Feedback";
const notFound = "feedback.not_found";

export const feedbackRouter = router({
  get: procedure
    .meta(
      rest({
        method: "GET",
        path: "/surveys/{token}",
        summary: "What somebody is asked, with the token from the mail",
        description: "When it was answered, it says so, and not what.",
        tag,
        etag: "bytes",
        reasons: [notFound, "feedback.expired"],
      }),
    )
    .input(GetSurvey)
    .output(Survey)
    .query(({ ctx, input }) => getSurvey(ctx, input)),
  answer: procedure
    .meta(
      rest({
        method: "POST",
        path: "/surveys/{token}/answers",
        summary: "Answer it, once",
        tag,
        status: 201,
        // Many answer through the storefront, which is one address.
        limit: { name: "writing", by: "token" },
        reasons: [
          notFound,
          "feedback.expired",
          "feedback.already_answered",
          "feedback.wrong_choice",
        ],
      }),
    )
    .input(AnswerSurvey)
    .output(Survey)
    .mutation(({ ctx, input }) => answerSurvey(ctx, input)),
  stop: procedure
    .meta(
      rest({
        method: "POST",
        path: "/surveys/{token}/withdrawals",
        summary: "Be asked no more: takes back the consent of who got the mail",
        description: "Good for as long as the survey is kept, answered or over.",
        tag,
        reasons: [notFound],
      }),
    )
    .input(StopSurveys)
    .output(Stopped)
    .mutation(({ ctx, input }) => stopSurveys(ctx, input)),
  answers: procedure
    .meta(
      rest({
        method: "GET",
        path: "/survey-answers",
        summary: "What was answered, the newest first, and added up",
        tag,
        scope: "feedback:read",
        reasons: ["page.bad_cursor"],
      }),
    )
    .input(ListAnswers)
    .output(AnswerPage)
    .query(({ ctx, input }) => listAnswers(ctx, input)),
  getAnswer: procedure
    .meta(
      rest({
        method: "GET",
        path: "/survey-answers/{surveyId}",
        summary: "What was answered to one survey: the one that `survey.answered` tells of",
        tag,
        scope: "feedback:read",
        reasons: [notFound],
      }),
    )
    .input(GetAnswer)
    .output(SurveyAnswer)
    .query(({ ctx, input }) => getAnswer(ctx, input)),
});
