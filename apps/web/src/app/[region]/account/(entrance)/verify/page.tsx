import type { Metadata } from "next";
import { VerifyPage } from "#features/account/sign-in/verify-page.tsx";

/** The address holds a token: it is not told to other sites. */
export const metadata: Metadata = {
  title: "Confirm your address",
  robots: { index: false },
  referrer: "same-origin",
};

export default function Page() {
  return <VerifyPage />;
}
