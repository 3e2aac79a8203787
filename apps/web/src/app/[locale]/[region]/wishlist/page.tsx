import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { WishlistPage } from "#features/wishlist/wishlist-page.tsx";
import { MoreMessages } from "#i18n/browser-messages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("wishlist");
  return { title: t("title"), robots: { index: false } };
}

export default function Page() {
  const t = useTranslations("wishlist");
  return (
    <div className="wrap pt-8 lg:pt-12">
      <h1 className="mb-6 text-heading lg:mb-8">{t("title")}</h1>
      <MoreMessages namespaces={["wishlist"]}>
        <WishlistPage />
      </MoreMessages>
    </div>
  );
}
