import type { Metadata } from "next";
import { PreferencesPage } from "#features/account/preferences/preferences-page.tsx";

export const metadata: Metadata = { title: "Preferences", robots: { index: false } };

export default function Page() {
  return <PreferencesPage />;
}
