/** What crawlers are told: every product's address, in parts of a bounded size. */
import { z } from "zod";
import { Instant } from "../../kernel/instant.ts";
import { Handle, ProductId, RegionId } from "../contract.ts";

/** Products of a part: with their addresses in 3 languages and 4 markets within the 50,000 that a sitemap may hold. */
export const sitemapPartSize = 4_000;

export const SitemapParts = z
  .object({ items: z.array(z.object({ firstId: ProductId })) })
  .meta({ description: "By id, and so by age: what is new joins the last part" });
export type SitemapParts = z.infer<typeof SitemapParts>;

export const GetSitemapPart = z.strictObject({ firstId: ProductId });
export type GetSitemapPart = z.infer<typeof GetSitemapPart>;

export const SitemapPart = z.object({
  items: z.array(
    z.object({
      handle: Handle,
      regions: z.array(RegionId).meta({ description: "Where it is sold; never empty" }),
      updatedAt: Instant,
    }),
  ),
});
export type SitemapPart = z.infer<typeof SitemapPart>;
