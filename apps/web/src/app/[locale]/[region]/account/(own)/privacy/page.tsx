import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { PrivacyPage } from "#features/account/privacy/privacy-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("privacy"), robots: { index: false } };
}

export default function Page() {
  return <PrivacyPage />;
}
