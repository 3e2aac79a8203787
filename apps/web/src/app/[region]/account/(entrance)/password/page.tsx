import type { Metadata } from "next";
import { NewPasswordPage } from "#features/account/sign-in/new-password-page.tsx";

/** The address holds a token: it is not told to other sites. */
export const metadata: Metadata = {
  title: "Set a new password",
  robots: { index: false },
  referrer: "same-origin",
};

export default function Page() {
  return <NewPasswordPage />;
}
