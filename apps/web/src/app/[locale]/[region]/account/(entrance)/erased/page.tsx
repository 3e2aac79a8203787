import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { ButtonLink } from "#design/button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("erasedTitle"), robots: { index: false } };
}

export default function Page() {
  const t = useTranslations("account");
  const common = useTranslations("common");
  return (
    <>
      <h1 className="text-heading">{t("youAreErased")}</h1>
      <p className="mt-4 text-lead text-quiet">{t("erasedLead")}</p>
      <ButtonLink href="/" className="mt-8">
        {common("backToShop")}
      </ButtonLink>
    </>
  );
}
