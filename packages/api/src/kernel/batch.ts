import { z } from "zod";
import { statusByKind, type DomainError } from "./errors.ts";

/** How many things one request may change. */
export const maxBatch = 1_000;

/** What became of one item of a batch. The others do not depend on it. */
export const BatchResult = z
  .object({
    index: z.number().int().meta({ description: "Place of the item in the request" }),
    status: z.number().int().meta({
      description: "200: it is as it was asked for; else the status of its problem",
      example: 200,
    }),
    version: z
      .number()
      .int()
      .nullable()
      .meta({ description: "What it has now; null: nothing is there" }),
    problem: z
      .object({
        reason: z.string().meta({ example: "inventory.version_mismatch" }),
        detail: z.string(),
        details: z.record(z.string(), z.unknown()).optional(),
      })
      .nullable(),
  })
  .meta({ id: "BatchResult" });
export type BatchResult = z.infer<typeof BatchResult>;

export const BatchAnswer = z.object({ results: z.array(BatchResult) }).meta({ id: "BatchAnswer" });
export type BatchAnswer = z.infer<typeof BatchAnswer>;

/** Outcomes in the order of the items. */
export function toBatchAnswer(
  outcomes: readonly ({ version: number } | DomainError)[],
): BatchAnswer {
  return {
    results: outcomes.map((outcome, index) => {
      if (!("kind" in outcome)) {
        return { index, status: 200, version: outcome.version, problem: null };
      }
      const { reason, message, details, current } = outcome;
      const version = (current as { version?: number } | null | undefined)?.version ?? null;
      return {
        index,
        status: statusByKind[outcome.kind],
        version,
        problem: { reason, detail: message, ...(details && { details }) },
      };
    }),
  };
}

/** For `superRefine`: refuses an item that names the same thing as one before it. */
export function refuseRepeated<Item>(keyOf: (item: Item) => string) {
  return (items: readonly Item[], ctx: z.RefinementCtx) => {
    const seen = new Set<string>();
    for (const [index, item] of items.entries()) {
      const key = keyOf(item);
      if (seen.has(key)) {
        ctx.addIssue({ code: "custom", path: [index], message: "names the same as one before" });
      }
      seen.add(key);
    }
  };
}
