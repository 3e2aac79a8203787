import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { ButtonLink } from "#design/button.tsx";
import { BagPage } from "#features/cart/ui/bag-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("bag");
  return { title: t("title"), robots: { index: false } };
}

export default function Page() {
  const t = useTranslations("bag");
  const shell = useTranslations("shell");
  const common = useTranslations("common");
  return (
    <div className="wrap pt-8 lg:pt-12">
      <h1 className="mb-6 text-heading lg:mb-8">{t("title")}</h1>
      <noscript>
        <p className="mb-6 max-w-prose text-lead text-quiet">{shell("bagWithoutScripts")}</p>
        <ButtonLink href="/" look="quiet">
          {common("backToShop")}
        </ButtonLink>
      </noscript>
      <div className="noscript:hidden">
        <BagPage />
      </div>
    </div>
  );
}
