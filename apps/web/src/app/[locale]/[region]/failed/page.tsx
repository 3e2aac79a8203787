import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FailedPage } from "#features/stand-in/failed-page.tsx";

export const ensureStatic = "navigation";
export const generateStaticParams = () => [{ locale: "en", region: "_" }];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errorPage");
  return { title: t("title"), robots: { index: false } };
}

/** Stands in for every page that can't be made (see features/stand-in). */
export default function Page() {
  return <FailedPage />;
}
