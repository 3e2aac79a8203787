/**
 * Feedback: what shoppers are asked about an order, or about a bag that they left, and what they say. Asks once for each,
 * only who has agreed to it in their preferences and still does, and nobody often. Whoever has the link of a mail may answer;
 * they learn from it what it is about, not who.
 */
import { z } from "zod";
import { Image } from "../catalog/contract.ts";
import { id } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { Language } from "../kernel/language.ts";
import { PageInput } from "../kernel/page.ts";
import { plainText } from "../kernel/text.ts";
import { maxComment } from "./contract/limits.ts";

export const SurveyId = id("svy");
export const SurveyToken = z
  .string()
  .min(1)
  .max(100)
  .meta({ description: "From the link in a mail: whoever has it may answer" });

export const SurveyKind = z
  .enum(["order", "cart"])
  .meta({ description: "What it is about: an order that was sent, or a cart that was left" });
export type SurveyKind = z.infer<typeof SurveyKind>;

export const orderChoices = [
  "goods",
  "delivery",
  "packaging",
  "price",
  "ordering",
  "nothing",
] as const;
export const cartChoices = [
  "price",
  "shipping",
  "delivery_time",
  "payment",
  "later",
  "elsewhere",
  "other",
] as const;
export const SurveyChoice = z.enum([...new Set([...orderChoices, ...cartChoices])]);
export type SurveyChoice = z.infer<typeof SurveyChoice>;

const Rating = z.number().int().min(1).max(5);

export const Survey = z
  .object({
    id: SurveyId,
    kind: SurveyKind,
    state: z.enum(["open", "answered"]),
    language: Language.meta({ description: "What its words are in" }),
    orderNumber: z.string().nullable().meta({ description: "null: of a cart" }),
    items: z
      .array(z.object({ title: z.string(), image: Image.nullable() }))
      .meta({ description: "What was bought, or left" }),
    questions: z.object({
      rating: z.object({
        text: z.string(),
        labels: z.array(z.string()).meta({ description: "Of 1, 2, 3, 4 and 5" }),
      }),
      choice: z.object({
        text: z.string(),
        options: z.array(z.object({ value: SurveyChoice, label: z.string() })),
      }),
      comment: z.object({ text: z.string(), maxLength: z.number().int() }),
    }),
    askedAt: Instant,
    expiresAt: Instant,
    answeredAt: Instant.nullable(),
  })
  .meta({ id: "Survey" });
export type Survey = z.infer<typeof Survey>;

const language = Language.optional().meta({
  description: "Of the questions; unless told, what the order or cart was in",
});
const idempotencyKey = z.string().min(1).max(255).optional();

export const GetSurvey = z.strictObject({ token: SurveyToken, language });
export type GetSurvey = z.infer<typeof GetSurvey>;

export const AnswerSurvey = z.strictObject({
  token: SurveyToken,
  rating: Rating,
  choice: SurveyChoice.nullable()
    .default(null)
    .meta({ description: "One of the survey's own options" }),
  comment: z
    .string()
    .overwrite(plainText)
    .max(maxComment)
    .nullable()
    .default(null)
    .meta({ description: "Plain text" }),
  language,
  idempotencyKey,
});
export type AnswerSurvey = z.output<typeof AnswerSurvey>;

export const StopSurveys = z.strictObject({ token: SurveyToken, idempotencyKey });
export type StopSurveys = z.infer<typeof StopSurveys>;

export const Stopped = z
  .object({
    hasChanged: z.boolean().meta({ description: "false: the consent was taken back before" }),
  })
  .meta({ id: "SurveysStopped" });
export type Stopped = z.infer<typeof Stopped>;

export const ListAnswers = z.strictObject({
  kind: SurveyKind.default("order"),
  since: Instant.optional().meta({ description: "Answered, and asked, from then on" }),
  ...PageInput.shape,
});
export type ListAnswers = z.output<typeof ListAnswers>;

export const GetAnswer = z.strictObject({ surveyId: SurveyId });
export type GetAnswer = z.infer<typeof GetAnswer>;

export const SurveyAnswer = z
  .object({
    surveyId: SurveyId,
    orderNumber: z.string().nullable().meta({ description: "null: of a cart" }),
    language: Language,
    rating: Rating,
    choice: SurveyChoice.nullable(),
    comment: z.string().nullable(),
    answeredAt: Instant,
  })
  .meta({ id: "SurveyAnswer" });
export type SurveyAnswer = z.infer<typeof SurveyAnswer>;

const count = z.number().int();
export const SurveyResults = z
  .object({
    asked: count,
    answered: count,
    average: z.number().nullable().meta({ description: "To one decimal; null: no answer" }),
    distribution: z
      .array(z.object({ rating: Rating, count }))
      .meta({ description: "From 5 down to 1" }),
    choices: z
      .array(z.object({ choice: SurveyChoice, count }))
      .meta({ description: "Those that were made, the most frequent first" }),
  })
  .meta({ id: "SurveyResults" });
export type SurveyResults = z.infer<typeof SurveyResults>;

export const AnswerPage = z
  .object({
    items: z.array(SurveyAnswer).meta({ description: "The newest first" }),
    nextCursor: z.string().nullable(),
    results: SurveyResults.meta({
      description: "Of all, not of this page alone; as they were for the first page",
    }),
  })
  .meta({ id: "SurveyAnswerPage" });
export type AnswerPage = z.infer<typeof AnswerPage>;

export const reasons = {
  /** Or it was of an account that is gone. */
  "feedback.not_found": z.object({}),
  "feedback.expired": z.object({ expiresAt: Instant }),
  /** By who has the link, once. */
  "feedback.already_answered": z.object({ answeredAt: Instant }),
  /** It is none of this survey's. */
  "feedback.wrong_choice": z.object({ choices: z.array(SurveyChoice) }),
} as const;
