import type { Metadata } from "next";
import { SecurityPage } from "#features/account/security/security-page.tsx";

export const metadata: Metadata = { title: "Security", robots: { index: false } };

export default function Page() {
  return <SecurityPage />;
}
