import { Entrance } from "#features/account/sign-in/entrance.tsx";
import { EntrancePicture } from "#features/account/sign-in/entrance-picture.tsx";

export default async function EntranceLayout({
  children,
  params,
}: LayoutProps<"/[region]/account">) {
  const { region } = await params;
  return <Entrance picture={<EntrancePicture region={region} />}>{children}</Entrance>;
}
