import type { Metadata } from "next";
import { OrdersPage } from "#features/account/orders/orders-page.tsx";

export const metadata: Metadata = { title: "Your orders", robots: { index: false } };

export default function Page() {
  return <OrdersPage />;
}
