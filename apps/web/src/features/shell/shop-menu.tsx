import { useTranslations } from "next-intl";
import type { Category, Collection } from "@meridian/api/catalog/contract.ts";
import { Link } from "#i18n/navigation.ts";
import { MenuPopover } from "#features/shell/menu-popover.tsx";

function CategoryColumn({ category }: { category: Category }) {
  return (
    <li>
      <Link
        href={`/categories/${category.handle}`}
        className="inline-flex min-h-11 items-center font-display text-title font-semibold tracking-tight hover:text-action"
      >
        {category.title}
      </Link>
      <ul>
        {category.children.map((child) => (
          <li key={child.id}>
            <Link
              href={`/categories/${child.handle}`}
              className="inline-flex min-h-10 items-center gap-2 text-quiet hover:text-action"
            >
              {child.title}
              <span className="figures text-caption">{child.productCount}</span>
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Everything that is sold, in one panel. A native popover: it opens without JavaScript, Escape closes it. */
export function ShopMenu({
  categories,
  collections,
}: {
  categories: readonly Category[];
  collections: readonly Collection[];
}) {
  const t = useTranslations("shell");
  return (
    <MenuPopover
      id="shop-menu"
      label={t("menuLabel")}
      className="inset-x-0 top-0 m-0 max-h-dvh w-full max-w-none overflow-y-auto bg-raised text-ink shadow-panel"
    >
      <div className="wrap grid gap-x-10 gap-y-8 pt-16 pb-10 lg:grid-cols-[1fr_16rem]">
        <ul className="grid grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))] gap-x-6 gap-y-6">
          {categories.map((category) => (
            <CategoryColumn key={category.id} category={category} />
          ))}
        </ul>
        <div className="rounded-stage bg-sunken p-6">
          <p className="text-small text-quiet">{t("collections")}</p>
          <ul className="mt-1">
            {collections.map((collection) => (
              <li key={collection.id}>
                <Link
                  href={`/collections/${collection.handle}`}
                  className="inline-flex min-h-11 items-center font-medium hover:text-action"
                >
                  {collection.title}
                </Link>
              </li>
            ))}
          </ul>
          <Link
            href="/wishlist"
            className="mt-3 inline-flex min-h-11 items-center border-t border-rule pt-3 font-medium hover:text-action sm:hidden"
          >
            {t("yourWishlist")}
          </Link>
        </div>
      </div>
    </MenuPopover>
  );
}
