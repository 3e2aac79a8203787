import { MoreMessages } from "#i18n/browser-messages.tsx";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { CheckoutPage } from "#features/checkout/checkout-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("checkout");
  return { title: t("title"), robots: { index: false } };
}

export default function Page() {
  const t = useTranslations("checkout");
  return (
    <div className="wrap pt-8 lg:pt-12">
      <h1 className="mb-6 text-heading lg:mb-8">{t("title")}</h1>
      <MoreMessages namespaces={["address", "checkout", "rules", "shipping"]}>
        <CheckoutPage />
      </MoreMessages>
    </div>
  );
}
