import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { SecurityPage } from "#features/account/security/security-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("security"), robots: { index: false } };
}

export default function Page() {
  return <SecurityPage />;
}
