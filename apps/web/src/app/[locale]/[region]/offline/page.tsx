import { WifiOff } from "lucide-react";
import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#design/button.tsx";
import { EmptyStage } from "#design/empty-stage.tsx";
import { KeptPages } from "#features/offline/kept-pages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("offline");
  return { title: t("title"), robots: { index: false } };
}

/** What the service worker shows instead of a page that it does not have. */
export default function OfflinePage() {
  const t = useTranslations("offline");
  return (
    <div className="wrap flex flex-col items-start gap-6 py-12 md:py-20">
      <EmptyStage Icon={WifiOff} hue={235} />
      <h1 className="text-heading">{t("title")}</h1>
      <p className="max-w-prose text-lead text-quiet">{t("lead")}</p>
      <ButtonLink href="/cart" look="quiet">
        {t("lookIntoBag")}
      </ButtonLink>
      <KeptPages />
    </div>
  );
}
