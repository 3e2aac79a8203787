import { getLocale, getTranslations } from "next-intl/server";
import type { RegionId } from "@meridian/api/catalog/contract.ts";
import { Menu } from "lucide-react";
import { Link } from "#i18n/navigation.ts";
import { AccountEntry } from "#features/account/account-entry.tsx";
import { getCategories, getCollections } from "#features/catalog/catalog-data.ts";
import { BagButton } from "#features/cart/bag-button.tsx";
import { CartDrawerHost } from "#features/cart/ui/cart-drawer-host.tsx";
import { MeridianLine } from "#features/live/meridian-line.tsx";
import { OfflineBanner } from "#features/offline/offline-banner.tsx";
import { RegionSwitch } from "#features/region/region-switch.tsx";
import { SearchBox } from "#features/search/search-box.tsx";
import { ShopMenu } from "#features/shell/shop-menu.tsx";
import { SpriteIcon } from "#design/sprite.tsx";
import { Wordmark } from "#features/shell/wordmark.tsx";

const headerButton =
  "inline-flex min-h-11 items-center gap-2 rounded-pill px-2 text-small md:px-3 font-medium hover:bg-sunken transition-colors";

export async function SiteHeader({ region }: { region: RegionId }) {
  const t = await getTranslations("shell");
  const language = await getLocale();
  const [categories, collections] = await Promise.all([
    getCategories(language),
    getCollections(language),
  ]);
  return (
    <>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-pill bg-action px-5 py-3 font-medium text-on-action focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <header className="site-header no-print sticky top-0 z-30 bg-paper">
        <div className="wrap grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-1 gap-y-1 pt-2 pb-2 md:grid-cols-[auto_auto_1fr_auto] md:gap-x-4 lg:py-3">
          <Link
            href="/"
            className="-ml-1 inline-flex min-h-11 items-center rounded-small px-1"
            aria-label={t("home")}
          >
            <Wordmark isFoldable />
          </Link>
          <nav aria-label={t("shop")} className="flex items-center gap-1">
            <button type="button" popoverTarget="shop-menu" className={headerButton}>
              <Menu aria-hidden="true" className="size-5" strokeWidth={1.75} />
              <span className="max-[27rem]:sr-only">{t("menu")}</span>
            </button>
            <ul className="hidden items-center xl:flex">
              {categories.slice(0, 4).map((category) => (
                <li key={category.id}>
                  <Link href={`/categories/${category.handle}`} className={headerButton}>
                    {category.title}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <div className="order-last col-span-full md:order-none md:col-span-1 md:justify-self-end md:w-full md:max-w-md">
            <SearchBox />
          </div>
          <div className="flex items-center justify-self-end">
            <RegionSwitch region={region} className={headerButton} />
            <Link href="/wishlist" className={`${headerButton} max-sm:hidden`}>
              <SpriteIcon name="heart" />
              <span className="sr-only">{t("yourWishlist")}</span>
            </Link>
            <AccountEntry className={headerButton} />
            <BagButton className={headerButton} />
          </div>
        </div>
        <MeridianLine />
        <OfflineBanner />
      </header>
      <CartDrawerHost />
      <ShopMenu categories={categories} collections={collections} />
    </>
  );
}
