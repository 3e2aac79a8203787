/**
 * Reviews: what people write about products, namely reviews with stars, questions and answers. Nothing of it is public
 * before a moderator has published it, and a product's rating is always that of its published reviews. Writers
 * are known to others by a name that they choose, never by their account; what they write is plain text.
 */
import { z } from "zod";
import { Handle, ProductId } from "../catalog/contract.ts";
import { id } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { Language } from "../kernel/language.ts";
import { PageInput } from "../kernel/page.ts";
import { plainLine, plainText } from "../kernel/text.ts";

export const ContributionId = id("ctb");

export const ContributionKind = z.enum(["review", "question", "answer"]);
export type ContributionKind = z.infer<typeof ContributionKind>;

export const ContributionState = z
  .enum(["pending", "published", "rejected"])
  .meta({ description: "What is changed by its writer is pending again" });
export type ContributionState = z.infer<typeof ContributionState>;

/** Why something is reported, or was refused. */
export const Concern = z.enum(["spam", "offensive", "personal_data", "off_topic", "other"]);
export type Concern = z.infer<typeof Concern>;

export const Stars = z.number().int().min(1).max(5);
const stars = Stars.meta({ description: "Stars, 1 to 5", example: 5 });
const helpfulCount = z.number().int().meta({ description: "How many found it helpful" });

/** What a writer says: text and nothing else, whatever it looks like. */
export const written = {
  title: z.string().overwrite(plainLine).min(1).max(120),
  body: z.string().overwrite(plainText).min(1).max(4000).meta({ description: "Plain text" }),
  displayName: z
    .string()
    .overwrite(plainLine)
    .min(1)
    .max(40)
    .regex(/^[^@/\\]*$/, "must be a name, and no address")
    .meta({ description: "How the writer wants to be called here", example: "Ada" }),
};

const language = Language.nullable().meta({
  description: "That it is written in; null: its writer did not say",
});

export const Review = z
  .object({
    id: ContributionId,
    rating: stars,
    title: z.string(),
    body: z.string(),
    language,
    displayName: z.string(),
    isVerified: z.boolean().meta({ description: "The writer had ordered the product" }),
    helpfulCount,
    publishedAt: Instant,
  })
  .meta({ id: "Review" });
export type Review = z.infer<typeof Review>;

export const Answer = z
  .object({
    id: ContributionId,
    body: z.string(),
    language,
    displayName: z.string(),
    isStaff: z.boolean().meta({ description: "The shop's own" }),
    helpfulCount,
    publishedAt: Instant,
  })
  .meta({ id: "Answer" });
export type Answer = z.infer<typeof Answer>;

export const Question = z
  .object({
    id: ContributionId,
    body: z.string(),
    language,
    displayName: z.string(),
    publishedAt: Instant,
    answers: z.array(Answer).meta({
      description: "The shop's first, then the most helpful; 20 at most",
    }),
  })
  .meta({ id: "Question" });
export type Question = z.infer<typeof Question>;

export const RatingSummary = z
  .object({
    average: z.number().nullable().meta({ description: "To one decimal; null: no review yet" }),
    count: z.number().int(),
    distribution: z
      .array(z.object({ stars: Stars, count: z.number().int() }))
      .meta({ description: "From five stars down to one" }),
  })
  .meta({ id: "RatingSummary" });
export type RatingSummary = z.infer<typeof RatingSummary>;

export const ReviewSort = z
  .enum(["newest", "helpful", "highest", "lowest"])
  .meta({ description: "By when it became public, by votes, or by stars" });
export type ReviewSort = z.infer<typeof ReviewSort>;

export const ListReviews = z.strictObject({
  handle: Handle,
  sort: ReviewSort.default("newest"),
  stars: Stars.optional().meta({ description: "Only those with so many" }),
  ...PageInput.shape,
});
export type ListReviews = z.output<typeof ListReviews>;

export const ReviewPage = z
  .object({
    productId: ProductId,
    items: z.array(Review),
    nextCursor: z.string().nullable(),
    summary: RatingSummary.meta({ description: "Of all, whatever is asked for" }),
  })
  .meta({ id: "ReviewPage" });
export type ReviewPage = z.infer<typeof ReviewPage>;

export const ListQuestions = z.strictObject({ handle: Handle, ...PageInput.shape });
export type ListQuestions = z.output<typeof ListQuestions>;

export const QuestionPage = z
  .object({
    productId: ProductId,
    items: z.array(Question),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
  })
  .meta({ id: "QuestionPage" });
export type QuestionPage = z.infer<typeof QuestionPage>;

const OfOne = z.object({ contributionId: ContributionId });

export const reasons = {
  /** Also of another's, and of what is not public. */
  "reviews.not_found": OfOne,
  /** One review of a product by each: it can be changed. */
  "reviews.already_written": OfOne,
  "reviews.too_many_pending": z.object({ max: z.number() }),
  /** One's own can be neither found helpful nor reported by oneself. */
  "reviews.own": OfOne,
  /** Only a review has stars and a title. */
  "reviews.not_a_review": OfOne,
  "reviews.version_mismatch": z.object({ expected: z.number(), actual: z.number() }),
  "reviews.precondition_required": z.object({}),
} as const;
