import { connection } from "next/server";
import { findSitemap } from "#features/seo/sitemap.ts";
import { xmlResponse } from "#features/seo/xml.ts";

export async function GET(
  _request: Request,
  { params }: RouteContext<"/sitemaps/[part]">,
): Promise<Response> {
  await connection();
  const sitemap = await findSitemap((await params).part);
  return sitemap === undefined ? new Response(null, { status: 404 }) : xmlResponse(sitemap);
}
