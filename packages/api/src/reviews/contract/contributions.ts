/** What writers and moderators say and see: a contribution in whatever state it is. */
import { z } from "zod";
import { Handle, ProductId } from "../../catalog/contract.ts";
import { Instant } from "../../kernel/instant.ts";
import { Language } from "../../kernel/language.ts";
import { PageInput } from "../../kernel/page.ts";
import {
  Concern,
  ContributionId,
  ContributionKind,
  ContributionState,
  Stars,
  written,
} from "../contract.ts";

export const Contribution = z
  .object({
    id: ContributionId,
    kind: ContributionKind,
    version: z.number().int(),
    product: z.object({ id: ProductId, handle: Handle, title: z.string() }),
    question: z
      .object({ id: ContributionId, body: z.string() })
      .nullable()
      .meta({ description: "Of an answer: what it answers" }),
    rating: Stars.nullable().meta({ description: "Of a review, as its title" }),
    title: z.string().nullable(),
    body: z.string(),
    language: Language.nullable(),
    displayName: z.string(),
    isVerified: z.boolean(),
    isStaff: z.boolean(),
    state: ContributionState,
    rejection: z
      .object({ reason: Concern, note: z.string().nullable() })
      .nullable()
      .meta({ description: "Why it was not published; to be changed, or let be" }),
    publishedAt: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "Contribution" });
export type Contribution = z.infer<typeof Contribution>;

const writtenIn = Language.optional().meta({ description: "That it is written in" });
const idempotencyKey = z.string().min(1).max(255).optional();

export const WriteReview = z.strictObject({
  handle: Handle,
  rating: Stars,
  ...written,
  language: writtenIn,
  idempotencyKey,
});
export type WriteReview = z.output<typeof WriteReview>;

export const AskQuestion = z.strictObject({
  handle: Handle,
  body: written.body,
  displayName: written.displayName,
  language: writtenIn,
  idempotencyKey,
});
export type AskQuestion = z.output<typeof AskQuestion>;

export const AnswerQuestion = z.strictObject({
  contributionId: ContributionId.meta({ description: "The question's" }),
  body: written.body,
  displayName: written.displayName,
  language: writtenIn,
  idempotencyKey,
});
export type AnswerQuestion = z.output<typeof AnswerQuestion>;

export const GetContribution = z.strictObject({ contributionId: ContributionId });
export type GetContribution = z.infer<typeof GetContribution>;

const seen = { contributionId: ContributionId, expectedVersion: z.number().int() };

export const ChangeContribution = z.strictObject({
  ...seen,
  rating: Stars.optional().meta({ description: "Of a review, as its title" }),
  title: written.title.optional(),
  body: written.body.optional(),
  displayName: written.displayName.optional(),
  language: writtenIn,
});
export type ChangeContribution = z.output<typeof ChangeContribution>;

export const RemoveContribution = z.strictObject(seen);
export type RemoveContribution = z.infer<typeof RemoveContribution>;

export const ListOwn = z.strictObject({
  handle: Handle.optional().meta({ description: "Only about this product" }),
  ...PageInput.shape,
});
export type ListOwn = z.output<typeof ListOwn>;

export const OwnPage = z
  .object({
    items: z.array(Contribution),
    nextCursor: z.string().nullable(),
    helpful: z.array(ContributionId).meta({
      description: "What others wrote about the product that one found helpful; empty without one",
    }),
  })
  .meta({ id: "OwnContributionPage" });
export type OwnPage = z.infer<typeof OwnPage>;

export const Vote = z
  .object({
    contributionId: ContributionId,
    helpfulCount: z.number().int(),
    isHelpful: z.boolean().meta({ description: "To who asks" }),
  })
  .meta({ id: "Vote" });
export type Vote = z.infer<typeof Vote>;

export const Report = z.strictObject({ contributionId: ContributionId, reason: Concern });
export type Report = z.infer<typeof Report>;
