import type { Metadata } from "next";
import { CheckoutPage } from "#features/checkout/checkout-page.tsx";

export const metadata: Metadata = { title: "Checkout", robots: { index: false } };

export default function Page() {
  return (
    <div className="wrap pt-8 lg:pt-12">
      <h1 className="mb-6 text-heading lg:mb-8">Checkout</h1>
      <CheckoutPage />
    </div>
  );
}
