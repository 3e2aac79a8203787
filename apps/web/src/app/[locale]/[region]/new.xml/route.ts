import { connection } from "next/server";
import { newProducts } from "#features/seo/feed.ts";
import { xmlResponse } from "#features/seo/xml.ts";
import { isRegionId } from "#features/region/regions.ts";
import { isLanguage } from "#i18n/languages.ts";

/** New products as RSS, in each language and market. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/[locale]/[region]/new.xml">,
): Promise<Response> {
  await connection();
  const { locale, region } = await params;
  if (!isLanguage(locale) || !isRegionId(region)) return new Response(null, { status: 404 });
  return xmlResponse(await newProducts({ language: locale, region }), "application/rss+xml");
}
