import { defaultLanguage, isLanguage } from "#i18n/languages.ts";
import { BrowserMessages } from "#i18n/browser-messages.tsx";
import { getLocale, getTranslations } from "next-intl/server";
import type { Region } from "@meridian/api/catalog/contract.ts";
import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { Suspense, type ReactNode } from "react";
import { ApiProvider } from "#api/browser.tsx";
import { env } from "#env.ts";
import { Styles } from "#design/styles.tsx";
import { Sprite } from "#design/sprite.tsx";
import { JapaneseFace } from "#design/japanese-face.tsx";
import { CartProvider } from "#features/cart/cart-provider.tsx";
import { seenBagScript } from "#features/cart/seen-bag.ts";
import { getMarket } from "#features/catalog/catalog-data.ts";
import { PageMovesHost } from "#browser/page-moves-host.tsx";
import { CollectingHost } from "#features/collecting/collecting-host.tsx";
import { LiveProvider } from "#features/live/live-provider.tsx";
import { PageKeeper } from "#features/offline/page-keeper.tsx";
import { QuickViewHost } from "#features/quick-view/quick-view-host.tsx";
import { MarketProvider } from "#features/region/region-context.tsx";
import { isRegionId } from "#features/region/regions.ts";
import { openGraphOf } from "#features/seo/open-graph.ts";
import { SiteFooter } from "#features/shell/site-footer.tsx";
import { SiteHeader } from "#features/shell/site-header.tsx";
import { themeScript } from "#features/theme/theme.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    metadataBase: new URL(env.publicUrl),
    title: { default: t("title"), template: "%s · Meridian" },
    description: t("description"),
    openGraph: openGraphOf(await getLocale()),
  };
}

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
export const generateStaticParams = () => [{ locale: defaultLanguage, region: "_" }];

export default async function RootLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ locale: string; region: string }>;
}) {
  const { locale, region } = await params;
  const isPlaceholder = region === "_";
  if (!isLanguage(locale) || (!isPlaceholder && !isRegionId(region))) notFound();
  return (
    <html lang={locale} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript + seenBagScript }} />
      </head>
      <body>
        <Styles />
        {locale === "ja" ? <JapaneseFace /> : null}
        <BrowserMessages>
          <MarketProvider
            market={
              isPlaceholder ? placeholderMarket : await getMarket({ language: locale, region })
            }
          >
            <ApiProvider>
              <LiveProvider>
                <CartProvider>
                  {isPlaceholder ? null : <SiteHeader region={region} />}
                  <main id="content" tabIndex={-1} className="flex-1 outline-none">
                    {children}
                  </main>
                  <SiteFooter />
                  <Sprite />
                  <CollectingHost />
                  <PageMovesHost />
                  <Suspense>
                    <PageKeeper />
                    <QuickViewHost />
                  </Suspense>
                </CartProvider>
              </LiveProvider>
            </ApiProvider>
          </MarketProvider>
        </BrowserMessages>
      </body>
    </html>
  );
}
