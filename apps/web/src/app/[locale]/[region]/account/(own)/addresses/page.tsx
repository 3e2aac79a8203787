import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { AddressesPage } from "#features/account/addresses/addresses-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("yourAddresses"), robots: { index: false } };
}

export default function Page() {
  return <AddressesPage />;
}
