import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { NewPasswordPage } from "#features/account/sign-in/new-password-page.tsx";

/** The address holds a token: it is not told to other sites. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("setTitle"), robots: { index: false }, referrer: "same-origin" };
}

export default function Page() {
  return <NewPasswordPage />;
}
