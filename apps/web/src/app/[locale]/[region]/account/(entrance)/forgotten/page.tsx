import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { ForgottenPage } from "#features/account/sign-in/forgotten-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("newPasswordTitle"), robots: { index: false } };
}

export default function Page() {
  return <ForgottenPage />;
}
