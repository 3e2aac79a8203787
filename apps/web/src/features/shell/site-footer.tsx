import Link from "next/link";
import { ThemeToggle } from "#features/theme/theme-toggle.tsx";
import { Wordmark } from "#features/shell/wordmark.tsx";

const links = [
  { href: "/search?sort=newest", label: "New in the shop" },
  { href: "/cart", label: "Your bag" },
  { href: "/docs", label: "API reference", isOutside: true },
] as const;

export function SiteFooter() {
  return (
    <footer className="no-print mt-24 bg-sunken">
      <div className="wrap grid gap-10 py-14 md:grid-cols-[2fr_1fr_auto]">
        <div className="max-w-md">
          <Wordmark />
          <p className="mt-4 text-quiet">
            Everyday objects, chosen one by one. What says “in stock” is in stock: it is counted
            while you look, and held for you while you pay.
          </p>
        </div>
        <ul className="text-small">
          {links.map(({ href, label, ...rest }) => (
            <li key={href}>
              {"isOutside" in rest ? (
                <a href={href} className="inline-flex min-h-11 items-center hover:text-action">
                  {label}
                </a>
              ) : (
                <Link href={href} className="inline-flex min-h-11 items-center hover:text-action">
                  {label}
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
