import type { LimitName } from "@meridian/api/server.ts";
import { z } from "zod";

/** So many requests of one caller in so many seconds. */
export type Quota = { requests: number; seconds: number };
export type Quotas = Readonly<Record<LimitName, Quota>>;

/**
 * Generous, because a guest is known by an address that many may share: they are for whoever asks without end, not for
 * crowds, which the gate takes care of. What a single shopper could misuse is counted by their checkout instead.
 */
export const usualQuotas: Quotas = {
  default: { requests: 20_000, seconds: 10 },
  checkout: { requests: 1_200, seconds: 60 },
  payment: { requests: 30, seconds: 60 },
  writing: { requests: 60, seconds: 600 },
  voting: { requests: 300, seconds: 60 },
};

const entry = /^(\w+)=([1-9]\d{0,8})\/([1-9]\d{0,4})$/;

/** `default=20000/10,payment=30/60`: requests per seconds; what is not named is as usual. */
export const QuotaSettings = z.string().transform((text, ctx): Quotas => {
  const quotas: Record<string, Quota> = { ...usualQuotas };
  for (const part of text.split(",").map((one) => one.trim())) {
    const [, name = "", requests, seconds] = entry.exec(part) ?? [];
    if (part === "") continue;
    if (!Object.hasOwn(usualQuotas, name)) {
      const message = `${part} is not NAME=REQUESTS/SECONDS with a name of ${Object.keys(usualQuotas).join(", ")}`;
      ctx.addIssue({ code: "custom", message });
      return z.NEVER;
    }
    quotas[name] = { requests: Number(requests), seconds: Number(seconds) };
  }
  return quotas as Quotas;
});
