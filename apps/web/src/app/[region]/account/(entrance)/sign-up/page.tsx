import type { Metadata } from "next";
import { SignUpPage } from "#features/account/sign-in/sign-up-page.tsx";

export const metadata: Metadata = { title: "Make an account", robots: { index: false } };

export default function Page() {
  return <SignUpPage />;
}
