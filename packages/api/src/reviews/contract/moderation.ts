/** What moderators say and see beside that. */
import { z } from "zod";
import { Instant } from "../../kernel/instant.ts";
import { PageInput } from "../../kernel/page.ts";
import { Concern, ContributionId, ContributionKind } from "../contract.ts";
import { Contribution } from "./contributions.ts";

export const ListQueue = z.strictObject({
  kind: ContributionKind.optional(),
  ...PageInput.shape,
});
export type ListQueue = z.output<typeof ListQueue>;

export const QueuedContribution = Contribution.extend({
  queuedAt: Instant.meta({ description: "Written, changed, or first reported" }),
  reports: z.array(Concern).meta({ description: "Of what is public: why it is reported" }),
}).meta({ id: "QueuedContribution" });
export type QueuedContribution = z.infer<typeof QueuedContribution>;

export const Queue = z
  .object({ items: z.array(QueuedContribution), nextCursor: z.string().nullable() })
  .meta({ id: "ModerationQueue" });
export type Queue = z.infer<typeof Queue>;

export const Decision = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("publish") }),
    z.strictObject({
      type: z.literal("reject"),
      reason: Concern,
      note: z.string().trim().min(1).max(500).optional().meta({ description: "To the writer" }),
    }),
  ])
  .meta({ id: "Decision" });
export type Decision = z.infer<typeof Decision>;

export const Decide = z.strictObject({
  contributionId: ContributionId,
  decision: Decision,
  expectedVersion: z
    .number()
    .int()
    .meta({ description: "What was read: nothing else is decided on" }),
});
export type Decide = z.output<typeof Decide>;
