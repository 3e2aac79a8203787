import type { Metadata } from "next";
import { ForgottenPage } from "#features/account/sign-in/forgotten-page.tsx";

export const metadata: Metadata = { title: "A new password", robots: { index: false } };

export default function Page() {
  return <ForgottenPage />;
}
