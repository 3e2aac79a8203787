import { z } from "zod";
import { procedure } from "../../kernel/trpc.ts";
import { GetSitemapPart, SitemapPart, SitemapParts } from "../contract/sitemap.ts";
import { getSitemapPart, listSitemapParts } from "../service/sitemap.ts";

/** For the storefront, which alone knows what addresses look like. */
export const sitemapProcedures = {
  sitemapParts: procedure
    .input(z.strictObject({}))
    .output(SitemapParts)
    .query(({ ctx }) => listSitemapParts(ctx)),
  sitemapPart: procedure
    .input(GetSitemapPart)
    .output(SitemapPart)
    .query(({ ctx, input }) => getSitemapPart(ctx, input)),
};
