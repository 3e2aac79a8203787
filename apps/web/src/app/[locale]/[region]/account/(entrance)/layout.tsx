import { MoreMessages } from "#i18n/browser-messages.tsx";
import { Entrance } from "#features/account/sign-in/entrance.tsx";
import { EntrancePicture } from "#features/account/sign-in/entrance-picture.tsx";

export default async function EntranceLayout({
  children,
  params,
}: LayoutProps<"/[locale]/[region]/account">) {
  const { region } = await params;
  return (
    <MoreMessages namespaces={["account", "rules", "signIn"]}>
      <Entrance picture={<EntrancePicture region={region} />}>{children}</Entrance>
    </MoreMessages>
  );
}
