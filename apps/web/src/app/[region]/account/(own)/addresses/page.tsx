import type { Metadata } from "next";
import { AddressesPage } from "#features/account/addresses/addresses-page.tsx";

export const metadata: Metadata = { title: "Your addresses", robots: { index: false } };

export default function Page() {
  return <AddressesPage />;
}
