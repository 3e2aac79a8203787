import type { Metadata } from "next";
import { PrivacyPage } from "#features/account/privacy/privacy-page.tsx";

export const metadata: Metadata = { title: "Privacy", robots: { index: false } };

export default function Page() {
  return <PrivacyPage />;
}
