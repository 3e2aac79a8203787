import type { Metadata } from "next";
import { OverviewPage } from "#features/account/overview/overview-page.tsx";

export const metadata: Metadata = { title: "Your account", robots: { index: false } };

export default function Page() {
  return <OverviewPage />;
}
