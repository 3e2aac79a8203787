import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { SignUpPage } from "#features/account/sign-in/sign-up-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("makeAccount"), robots: { index: false } };
}

export default function Page() {
  return <SignUpPage />;
}
