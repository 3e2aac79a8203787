import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { PreferencesPage } from "#features/account/preferences/preferences-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("preferences"), robots: { index: false } };
}

export default function Page() {
  return <PreferencesPage />;
}
