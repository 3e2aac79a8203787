"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Order } from "@meridian/api/orders/contract.ts";
import { useParams } from "next/navigation";
import { problemOf } from "#api/problem.ts";
import { Button, ButtonLink } from "#design/button.tsx";
import { useDates } from "#design/use-dates.ts";
import { TotalsList } from "#features/cart/ui/totals.tsx";
import { addressLines } from "#features/address/address-rules.ts";
import { AccountInvitation } from "#features/orders/account-invitation.tsx";
import { BuyAgain } from "#features/orders/buy-again.tsx";
import { CancelOrder } from "#features/orders/cancel-order.tsx";
import { KeepLink } from "#features/orders/keep-link.tsx";
import { OrderLines } from "#features/orders/order-lines.tsx";
import { OrderSkeleton } from "#features/orders/order-skeleton.tsx";
import { OrderTimeline } from "#features/orders/order-timeline.tsx";
import { useOrderWords } from "#features/orders/use-order-words.ts";
import { useOrder } from "#features/orders/use-order.ts";
import { useCountryName } from "#features/region/use-country-name.ts";
import { shippingLabel } from "#features/region/shipping-words.ts";
import { Wordmark } from "#features/shell/wordmark.tsx";

function Missing() {
  const t = useTranslations("order");
  const common = useTranslations("common");
  return (
    <>
      <h1 className="max-w-[18ch] text-heading">{t("missingTitle")}</h1>
      <p className="mt-4 max-w-prose text-lead text-quiet">{t("missingLead")}</p>
      <ButtonLink href="/" className="mt-8">
        {common("backToShop")}
      </ButtonLink>
    </>
  );
}

function Unreachable({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("order");
  const common = useTranslations("common");
  return (
    <div role="alert">
      <h1 className="max-w-[18ch] text-heading">{t("unreachable")}</h1>
      <p className="mt-4 max-w-prose text-lead text-quiet">{t("isSafe")}</p>
      <Button className="mt-8" onClick={onRetry}>
        {common("tryAgain")}
      </Button>
    </div>
  );
}

function Receipt({ order }: { order: Order }) {
  const t = useTranslations("order");
  const totalsWords = useTranslations("bag.totals");
  const ways = useTranslations("shipping");
  const language = useLocale();
  const { orderHeading, orderLead } = useOrderWords();
  const { dayText } = useDates();
  const countryName = useCountryName();
  const { shippingAddress: address } = order;
  return (
    <article>
      <header>
        <div aria-hidden="true" className="mb-8 hidden print:block">
          <Wordmark />
        </div>
        <p className="figures text-small font-medium text-quiet">
          {t("number", { number: order.number })} ·{" "}
          <time dateTime={order.placedAt}>{dayText(order.placedAt)}</time>
        </p>
        <h1 className="mt-2 max-w-[18ch] text-heading print:text-title">
          <span className="print:hidden">{orderHeading(order)}</span>
          <span className="hidden print:inline">{t("receipt")}</span>
        </h1>
        <p role="status" className="no-print mt-4 max-w-prose wrap-anywhere text-lead text-quiet">
          {orderLead(order)}
        </p>
      </header>
      <div className="mt-10 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr] lg:items-start print:mt-6 print:block">
        <div className="grid gap-8">
          <section
            aria-label={t("boughtAndCost")}
            className="rounded-stage bg-raised p-5 sm:p-7 print:bg-transparent print:p-0"
          >
            <OrderLines order={order} />
            <hr className="my-5 border-rule" />
            <TotalsList
              totals={order.totals}
              promotions={order.promotions}
              taxInclusive={order.taxInclusive}
              shippingLabel={totalsWords("shippingBy", {
                way: shippingLabel(order.shippingOption, ways),
              })}
              refunded={order.refunded}
            />
          </section>
          <div className="grid gap-6 text-small sm:grid-cols-2 print:mt-6 print:grid-cols-2">
            <section>
              <h2 className="font-text text-small font-semibold tracking-normal">{t("goesTo")}</h2>
              <address className="mt-1.5 text-quiet not-italic">
                {[...addressLines(address, language), countryName(address.country)].map((line) => (
                  <span key={line} className="block">
                    {line}
                  </span>
                ))}
              </address>
            </section>
            <section>
              <h2 className="font-text text-small font-semibold tracking-normal">
                {t("receiptTo")}
              </h2>
              <p className="mt-1.5 wrap-anywhere text-quiet">{order.email}</p>
            </section>
            {order.giftMessage === null ? null : (
              <section className="sm:col-span-2 print:col-span-2">
                <h2 className="font-text text-small font-semibold tracking-normal">
                  {t("giftMessage")}
                </h2>
                <p className="mt-1.5 whitespace-pre-line wrap-anywhere text-quiet">
                  {order.giftMessage}
                </p>
              </section>
            )}
          </div>
        </div>
        <div className="no-print grid gap-8 lg:row-span-2">
          <section aria-labelledby="timeline">
            <h2 id="timeline" className="mb-5 text-title">
              {t(order.state === "cancelled" ? "whatHappened" : "wayToYou")}
            </h2>
            <OrderTimeline order={order} />
          </section>
          <AccountInvitation order={order} />
          <KeepLink />
        </div>
        <div className="no-print grid gap-8 lg:col-start-1">
          <BuyAgain order={order} />
          {order.canCancel ? (
            <div>
              <CancelOrder order={order} />
            </div>
          ) : null}
        </div>
      </div>
    </article>
  );
}

/** One order, for whoever has its link. */
export function OrderPage() {
  const { orderId } = useParams<{ orderId: string }>();
  const { data, error, isPending, refetch } = useOrder(orderId);
  if (data) return <Receipt order={data} />;
  if (isPending) return <OrderSkeleton />;
  const status = problemOf(error)?.status;
  const isMissing = data === null || status === 404 || status === 400;
  return isMissing ? <Missing /> : <Unreachable onRetry={() => void refetch()} />;
}
