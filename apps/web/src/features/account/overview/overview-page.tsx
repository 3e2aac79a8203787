"use client";

import { useLocale, useTranslations } from "next-intl";
import { ArrowRight } from "lucide-react";
import { OnItsWay } from "#design/on-its-way.tsx";
import { Link } from "#i18n/navigation.ts";
import { useSignedIn } from "#features/account/account-frame.tsx";
import { useSavedAddresses } from "#features/account/addresses/use-saved-addresses.ts";
import { OrderRow } from "#features/account/orders/order-row.tsx";
import { SignOutButton } from "#features/account/sign-out-button.tsx";
import { useOwn } from "#features/account/use-own.ts";
import { addressLines } from "#features/address/address-rules.ts";

const more =
  "inline-flex min-h-11 items-center gap-2 text-small font-medium text-action hover:text-action-strong";

/** Who one is here, what comes next, and the ways on. */
export function OverviewPage() {
  const t = useTranslations("account");
  const user = useSignedIn();
  return (
    <>
      <h1 className="text-heading wrap-anywhere">
        {t("hello", { name: user.name.split(/[ \u3000]/)[0] ?? "" })}
      </h1>
      <p className="mt-3 mb-8 wrap-anywhere text-quiet">{t("signedInAs", { email: user.email })}</p>
      <div className="grid gap-10">
        <LatestOrder />
        <DefaultAddress />
        <div className="-mx-3 lg:hidden">
          <SignOutButton />
        </div>
      </div>
    </>
  );
}

function LatestOrder() {
  const t = useTranslations("account");
  const common = useTranslations("common");
  const { data, isTroubled, retry } = useOwn("latest-order", ({ orders }) =>
    orders.list.query({ mine: true, limit: 1 }),
  );
  return (
    <section aria-labelledby="latest">
      <h2 id="latest" className="mb-4 text-title">
        {t("latestOrder")}
      </h2>
      {data === undefined ? (
        <OnItsWay what={t("latestOrder")} isTroubled={isTroubled} onRetry={retry} />
      ) : data.items.length === 0 ? (
        <p className="text-quiet">
          {t("nothingBought")}{" "}
          <Link
            href="/search?sort=newest"
            className="text-action underline underline-offset-4 hover:text-action-strong"
          >
            {common("seeNew")}
          </Link>
        </p>
      ) : (
        <>
          <ul>
            {data.items.map((order) => (
              <OrderRow key={order.id} order={order} />
            ))}
          </ul>
          {data.nextCursor === null ? null : (
            <Link href="/account/orders" className={more}>
              {t("allOrders")}
              <ArrowRight aria-hidden="true" className="size-4" />
            </Link>
          )}
        </>
      )}
    </section>
  );
}

function DefaultAddress() {
  const language = useLocale();
  const t = useTranslations("account");
  const { data } = useSavedAddresses();
  const saved = data?.items[0];
  return (
    <section aria-labelledby="default-address">
      <h2 id="default-address" className="mb-3 text-title">
        {t("whereParcelsGo")}
      </h2>
      <p className="min-h-7 wrap-anywhere text-quiet">
        {saved ? addressLines(saved.address, language).join(", ") : data ? t("noDefault") : null}
      </p>
      <Link href="/account/addresses" className={more}>
        {t(saved ? "yourAddresses" : "addAddress")}
        <ArrowRight aria-hidden="true" className="size-4" />
      </Link>
    </section>
  );
}
