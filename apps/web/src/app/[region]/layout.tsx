import "#design/base.css";
import type { Region } from "@meridian/api/catalog/contract.ts";
import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ApiProvider } from "#api/browser.tsx";
import { env } from "#env.ts";
import { bricolage, inter } from "#design/fonts.ts";
import { CartProvider } from "#features/cart/cart-provider.tsx";
import { getMarket } from "#features/catalog/catalog-data.ts";
import { LiveProvider } from "#features/live/live-provider.tsx";
import { MarketProvider } from "#features/region/region-context.tsx";
import { isRegionId } from "#features/region/regions.ts";
import { SiteFooter } from "#features/shell/site-footer.tsx";
import { SiteHeader } from "#features/shell/site-header.tsx";
import { themeScript } from "#features/theme/theme.ts";

export const metadata: Metadata = {
  metadataBase: new URL(env.publicUrl),
  title: { default: "Meridian: everyday objects, well lit", template: "%s · Meridian" },
  description:
    "A small shop of everyday objects, chosen one by one. What you see in stock is in stock: it is counted while you look.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf7f1" },
    { media: "(prefers-color-scheme: dark)", color: "#12141f" },
  ],
};

/** For the build only: what it renders with this market is never served. */
const placeholderMarket: Region = {
  id: "eu",
  name: "",
  currency: "EUR",
  taxInclusive: true,
  countries: [],
  locale: "en",
  taxRates: [],
  shippingOptions: [],
};

/** No market is rendered at build time: that needs no API. Each is rendered at its first visit, and kept. */
export const generateStaticParams = () => [{ region: "_" }];

export default async function RootLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ region: string }>;
}) {
  const { region } = await params;
  const isPlaceholder = region === "_";
  if (!isPlaceholder && !isRegionId(region)) notFound();
  return (
    <html lang="en" className={`${bricolage.variable} ${inter.variable}`} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <MarketProvider market={isPlaceholder ? placeholderMarket : await getMarket(region)}>
          <ApiProvider>
            <LiveProvider>
              <CartProvider>
                {isPlaceholder ? null : <SiteHeader region={region} />}
                <main id="content" tabIndex={-1} className="flex-1 outline-none">
                  {children}
                </main>
                <SiteFooter />
              </CartProvider>
            </LiveProvider>
          </ApiProvider>
        </MarketProvider>
      </body>
    </html>
  );
}
