import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { SignInPage } from "#features/account/sign-in/sign-in-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("title"), robots: { index: false } };
}

export default function Page() {
  return <SignInPage />;
}
