import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { env } from "#env.ts";

/** Pages that are nobody else's say `noindex` themselves. Here is what a crawler would only lose its time with. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      // Filters and orders make endless addresses of the same products.
      disallow: [
        "/trpc/",
        "/internal/",
        "/bag",
        "/*/checkout",
        "/checkout",
        "/*?*option.",
        "/*?*sort=",
      ],
    },
    sitemap: new URL("/sitemap.xml", env.publicUrl).href,
  };
}
