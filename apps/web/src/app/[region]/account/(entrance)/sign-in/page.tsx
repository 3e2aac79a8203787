import type { Metadata } from "next";
import { SignInPage } from "#features/account/sign-in/sign-in-page.tsx";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

export default function Page() {
  return <SignInPage />;
}
