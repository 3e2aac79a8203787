import { z } from "zod";
import { currencies } from "./money.ts";

export const Currency = z.enum(currencies);
export type Currency = z.infer<typeof Currency>;

/** An exact amount, as money.ts reckons with it. */
export const Money = z
  .object({
    amountMinor: z
      .number()
      .int()
      .meta({ description: "Amount in the currency's minor unit", example: 1999 }),
    currency: Currency,
  })
  .meta({ id: "Money" });
export type Money = z.infer<typeof Money>;
