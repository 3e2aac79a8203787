import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { OrdersPage } from "#features/account/orders/orders-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("yourOrders"), robots: { index: false } };
}

export default function Page() {
  return <OrdersPage />;
}
