import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readRefusedAdd } from "#features/cart/refused-add.ts";
import { RefusedAddPage } from "#features/cart/ui/refused-add-page.tsx";

/** Rendered whole per request: it is for who has no JavaScript. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: t("refusedTitle"), robots: { index: false } };
}

export default async function Page({ searchParams }: PageProps<"/[locale]/[region]/cart/refused">) {
  return <RefusedAddPage refused={readRefusedAdd(await searchParams)} />;
}
