import type { Metadata } from "next";
import { BagPage } from "#features/cart/ui/bag-page.tsx";

export const metadata: Metadata = { title: "Your bag", robots: { index: false } };

export default function Page() {
  return (
    <div className="wrap pt-8 lg:pt-12">
      <h1 className="mb-6 text-heading lg:mb-8">Your bag</h1>
      <BagPage />
    </div>
  );
}
