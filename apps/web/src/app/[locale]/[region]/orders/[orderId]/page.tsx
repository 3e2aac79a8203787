import { MoreMessages } from "#i18n/browser-messages.tsx";
import { getTranslations } from "next-intl/server";
import type { Metadata } from "next";
import { OrderPage } from "#features/orders/order-page.tsx";

export const ensureStatic = "navigation";
export const generateStaticParams = () => [{ locale: "en", region: "_", orderId: "_" }];

/** The address is a key: it is not indexed, and not told to other sites. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("order");
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

export default function Page() {
  return (
    <div className="wrap pt-10 lg:pt-16">
      <MoreMessages namespaces={["account", "order", "rules", "shipping", "signIn"]}>
        <OrderPage />
      </MoreMessages>
    </div>
  );
}
