import type { Metadata } from "next";
import { OrderPage } from "#features/orders/order-page.tsx";

export const ensureStatic = "navigation";
export const generateStaticParams = () => [{ region: "_", orderId: "_" }];

/** The address is a key: it is not indexed, and not told to other sites. */
export const metadata: Metadata = {
  title: "Your order",
  robots: { index: false },
  referrer: "same-origin",
};

export default function Page() {
  return (
    <div className="wrap pt-10 lg:pt-16">
      <OrderPage />
    </div>
  );
}
