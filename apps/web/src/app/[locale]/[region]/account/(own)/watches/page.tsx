import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { WatchesPage } from "#features/watches/watches-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("watch");
  return { title: t("waitingFor"), robots: { index: false } };
}

export default function Page() {
  return <WatchesPage />;
}
