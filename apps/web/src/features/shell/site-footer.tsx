import { useTranslations } from "next-intl";
import { Link } from "#i18n/navigation.ts";
import { ThemeToggle } from "#features/theme/theme-toggle.tsx";
import { Wordmark } from "#features/shell/wordmark.tsx";

const links = [
  { href: "/search?sort=newest", label: "newInShop" },
  { href: "/cart", label: "yourBag" },
  { href: "/wishlist", label: "yourWishlist" },
  { href: "/docs", label: "apiReference", isOutside: true },
] as const;

export function SiteFooter() {
  const t = useTranslations("shell");
  return (
    <footer className="no-print mt-24 bg-sunken">
      <div className="wrap grid gap-10 py-14 md:grid-cols-[2fr_1fr_auto]">
        <div className="max-w-md">
          <Wordmark />
          <p className="mt-4 text-quiet">{t("promise")}</p>
        </div>
        <ul className="text-small">
          {links.map(({ href, label, ...rest }) => (
            <li key={href}>
              {"isOutside" in rest ? (
                <a href={href} className="inline-flex min-h-11 items-center hover:text-action">
                  {t(label)}
                </a>
              ) : (
                <Link href={href} className="inline-flex min-h-11 items-center hover:text-action">
                  {t(label)}
                </Link>
              )}
            </li>
          ))}
        </ul>
        <div>
          <ThemeToggle />
        </div>
      </div>
    </footer>
  );
}
