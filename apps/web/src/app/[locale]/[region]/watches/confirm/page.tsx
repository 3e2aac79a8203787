import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { EntrancePicture } from "#features/account/sign-in/entrance-picture.tsx";
import { Entrance } from "#features/account/sign-in/entrance.tsx";
import { ConfirmPage } from "#features/watches/confirm-page.tsx";
import { MoreMessages } from "#i18n/browser-messages.tsx";

/** The address holds a token: it is not told to other sites. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("watch");
  return { title: t("confirmTitle"), robots: { index: false }, referrer: "same-origin" };
}

export default async function Page({ params }: PageProps<"/[locale]/[region]/watches/confirm">) {
  const { region } = await params;
  return (
    <MoreMessages namespaces={["watch"]}>
      <Entrance picture={<EntrancePicture region={region} />}>
        <ConfirmPage />
      </Entrance>
    </MoreMessages>
  );
}
