import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { MoreMessages } from "#i18n/browser-messages.tsx";
import { ModerationPage } from "#features/reviews/moderation/moderation-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accountMenu");
  return { title: t("moderation"), robots: { index: false } };
}

export default function Page() {
  return (
    <MoreMessages namespaces={["reviews"]}>
      <ModerationPage />
    </MoreMessages>
  );
}
