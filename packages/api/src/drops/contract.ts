/**
 * Drops: collections that open at a time. Where one says how many it admits at once, who wants something of it waits in line, first
 * come first let in, and has some minutes then. The line makes it fair; that nothing is sold twice is the holds' work, as everywhere.
 */
import { z } from "zod";
import { CartId } from "../cart/contract.ts";
import { Handle } from "../catalog/contract.ts";
import { Instant } from "../kernel/instant.ts";

const now = Instant.meta({ description: "The server's clock as it answers" });
const available = z
  .number()
  .int()
  .meta({ description: "Units of all its pieces that can be bought now" });
const isSoldOut = z.boolean().meta({
  description: "Nothing is left; false as long as something in somebody's bag may come back",
});

export const Drop = z
  .object({
    handle: Handle,
    startsAt: Instant,
    isOpen: z.boolean(),
    admits: z
      .number()
      .int()
      .nullable()
      .meta({ description: "So many shop at once; null: it has no line" }),
    available,
    isSoldOut,
  })
  .meta({ id: "Drop" });
export type Drop = z.infer<typeof Drop>;

export const GetDrop = z.strictObject({ handle: Handle });
export type GetDrop = z.infer<typeof GetDrop>;

const key = z
  .string()
  .regex(/^[0-9a-zA-Z_-]{16,64}$/, "must be 16-64 letters, digits, _ or -")
  .meta({
    description:
      "Made by who waits, new for each place and unguessable; all their tabs send the same",
    example: "0198c2f4-5a51-7d7e-9d3e-1f4b8f0c6a21",
  });

export const TakePlace = z.strictObject({
  handle: Handle,
  key,
  cartId: CartId.meta({
    description: "What is bought goes there: the pass is for this cart alone",
  }),
  ticket: z
    .string()
    .max(100)
    .optional()
    .meta({ description: "From the answer before: it keeps the place, whatever the server loses" }),
  seen: z.number().int().min(0).optional().meta({
    description:
      "How many were ahead in the answer before: waits for another number; where there are more than fifty, for one that is a fiftieth away",
  }),
  wait: z
    .number()
    .int()
    .min(0)
    .max(20)
    .default(0)
    .meta({ description: "Seconds to wait for something new" }),
});
export type TakePlace = z.output<typeof TakePlace>;

export const Place = z
  .object({
    state: z.enum(["early", "waiting", "in"]).meta({
      description:
        "early: the drop is not open, and there is no line yet. in: buy until `until`; null: that is over, and something of it is held in the cart",
    }),
    ahead: z.number().int().meta({ description: "Who comes before" }),
    waiting: z.number().int().meta({ description: "All who wait" }),
    ticket: z.string(),
    until: Instant.nullable(),
    startsAt: Instant,
    now,
    available,
    isSoldOut,
  })
  .meta({ id: "DropPlace" });
export type Place = z.infer<typeof Place>;

export const LeavePlace = z.strictObject({ handle: Handle, key });
export type LeavePlace = z.infer<typeof LeavePlace>;

export const reasons = {
  "drops.not_found": GetDrop,
  /** Whoever comes when it is open may buy. */
  "drops.no_line": GetDrop,
  /** Places are kept by the tickets; nobody is let in meanwhile. */
  "drops.line_unavailable": z.object({}),
} as const;
