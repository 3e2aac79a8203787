import { z } from "zod";

/** `limit` and `cursor` of every list. */
export const PageInput = z.object({
  limit: z.number().int().min(1).max(100).default(20),
  cursor: z
    .string()
    .max(500)
    .optional()
    .meta({ description: "Opaque: `nextCursor` of the page before" }),
});
