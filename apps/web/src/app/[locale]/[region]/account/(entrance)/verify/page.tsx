import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { VerifyPage } from "#features/account/sign-in/verify-page.tsx";

/** The address holds a token: it is not told to other sites. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("signIn");
  return { title: t("confirmTitle"), robots: { index: false }, referrer: "same-origin" };
}

export default function Page() {
  return <VerifyPage />;
}
