import { AccountFrame } from "#features/account/account-frame.tsx";
import { EntrancePicture } from "#features/account/sign-in/entrance-picture.tsx";

export default async function AccountLayout({
  children,
  params,
}: LayoutProps<"/[region]/account">) {
  const { region } = await params;
  return <AccountFrame picture={<EntrancePicture region={region} />}>{children}</AccountFrame>;
}
