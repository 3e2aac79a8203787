import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MissingPage } from "#features/stand-in/missing-page.tsx";

export const ensureStatic = "navigation";
export const generateStaticParams = () => [{ locale: "en", region: "_" }];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: t("notFoundTitle"), robots: { index: false } };
}

/** Stands in for every page that is not there (see features/stand-in). */
export default function Page() {
  return <MissingPage />;
}
