import { getLocale, getTranslations } from "next-intl/server";
import { region as market } from "next/root-params";
import { breadcrumbData, StructuredData } from "#features/seo/structured-data.tsx";
import { isRegionId } from "#features/region/regions.ts";
import { Link } from "#i18n/navigation.ts";

export type Crumb = { href: string; title: string };

/** Where this is, from the top down; the page itself is the last and no link. */
export async function Breadcrumbs({ crumbs, here }: { crumbs: readonly Crumb[]; here: string }) {
  const t = await getTranslations("listing");
  const region = await market();
  const all = [{ href: "/", title: "Meridian" }, ...crumbs];
  return (
    <nav aria-label={t("breadcrumb")} className="py-4 text-small text-quiet">
      {isRegionId(region) ? (
        <StructuredData
          data={breadcrumbData([...all, { title: here }], { language: await getLocale(), region })}
        />
      ) : null}
      <ol className="flex flex-wrap items-center gap-x-2">
        {all.map(({ href, title }) => (
          <li key={href} className="after:ml-2 after:text-edge after:content-['/']">
            <Link
              href={href}
              className="inline-flex min-h-11 items-center hover:text-action lg:min-h-8"
            >
              {title}
            </Link>
          </li>
        ))}
        <li aria-current="page" className="text-ink">
          {here}
        </li>
      </ol>
    </nav>
  );
}
