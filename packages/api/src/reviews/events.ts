import { z } from "zod";
import { defineEvent } from "../kernel/outbox.ts";
import { Concern, ContributionId, ContributionKind, ListReviews, ReviewPage } from "./contract.ts";

const { productId } = ReviewPage.shape;

/** No event carries what was written, nor who wrote it: the log is kept, and what people wrote may be erased. */
const data = z.object({
  contributionId: ContributionId,
  kind: ContributionKind,
  productId,
});

/** It waits for a moderator. */
export const contributionSubmitted = defineEvent("contribution.submitted", "contribution", data);
/** By its writer: it is not public until a moderator has seen it. */
export const contributionChanged = defineEvent("contribution.changed", "contribution", data);
export const contributionPublished = defineEvent("contribution.published", "contribution", data);
export const contributionRejected = defineEvent(
  "contribution.rejected",
  "contribution",
  data.extend({ reason: Concern }),
);
export const contributionRemoved = defineEvent("contribution.removed", "contribution", data);

export const votesChanged = defineEvent(
  "votes.changed",
  "votes",
  data.extend({ helpfulCount: z.number().int() }),
);

/** Of a product, by its id. */
export const ratingChanged = defineEvent(
  "rating.changed",
  "rating",
  z.object({
    productId,
    handle: ListReviews.shape.handle,
    average: z.number().nullable().meta({ description: "To one decimal; null: no review" }),
    count: z.number().int(),
  }),
);
