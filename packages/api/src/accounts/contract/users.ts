import { z } from "zod";
import { id } from "../../kernel/ids.ts";
import { Instant } from "../../kernel/instant.ts";

export const UserId = id("usr");

export const Email = z
  .email()
  .max(254)
  .transform((email) => email.toLowerCase());

export const Name = z.string().trim().min(1).max(200);

export const Role = z.enum(["shopper", "staff", "admin"]);
export type Role = z.infer<typeof Role>;

export const User = z
  .object({
    id: UserId,
    version: z.number().int(),
    email: z.string(),
    name: z.string(),
    role: Role,
    createdAt: Instant,
  })
  .meta({ id: "User" });
export type User = z.infer<typeof User>;

export const userReasons = {
  "accounts.version_mismatch": z.object({ expected: z.number(), actual: z.number() }),
} as const;
