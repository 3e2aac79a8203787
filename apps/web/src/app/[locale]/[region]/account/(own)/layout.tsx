import { MoreMessages } from "#i18n/browser-messages.tsx";
import { AccountFrame } from "#features/account/account-frame.tsx";
import { EntrancePicture } from "#features/account/sign-in/entrance-picture.tsx";

export default async function AccountLayout({
  children,
  params,
}: LayoutProps<"/[locale]/[region]/account">) {
  const { region } = await params;
  return (
    <MoreMessages namespaces={["account", "address", "order", "rules", "signIn", "watch"]}>
      <AccountFrame picture={<EntrancePicture region={region} />}>{children}</AccountFrame>
    </MoreMessages>
  );
}
