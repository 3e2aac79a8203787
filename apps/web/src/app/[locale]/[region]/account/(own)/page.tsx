import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { OverviewPage } from "#features/account/overview/overview-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accountMenu");
  return { title: t("yourAccount"), robots: { index: false } };
}

export default function Page() {
  return <OverviewPage />;
}
