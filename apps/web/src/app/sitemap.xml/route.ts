import { connection } from "next/server";
import { sitemapIndex } from "#features/seo/sitemap.ts";
import { xmlResponse } from "#features/seo/xml.ts";

export async function GET(): Promise<Response> {
  await connection();
  return xmlResponse(await sitemapIndex());
}
