import { useTranslations } from "next-intl";
import type { Order, TimelineEntry } from "@meridian/api/orders/contract.ts";
import {
  Ban,
  Check,
  CircleAlert,
  CreditCard,
  Eraser,
  House,
  PackageCheck,
  PackageOpen,
  Truck,
  Undo2,
} from "lucide-react";
import { useDates } from "#design/use-dates.ts";
import { useOrderWords } from "#features/orders/use-order-words.ts";

const icons = {
  placed: Check,
  paid: CreditCard,
  fulfilled: Truck,
  delivered: House,
  cancelled: Ban,
  refund_requested: Undo2,
  refunded: Undo2,
  refund_refused: CircleAlert,
  return_requested: PackageOpen,
  return_received: PackageCheck,
  return_cancelled: Ban,
  erased: Eraser,
} as const;

/** Only an address of the web is made a link. */
function trackingUrl({ data }: TimelineEntry): string | undefined {
  const url = data["trackingUrl"];
  return typeof url === "string" && /^https?:\/\//.test(url) ? url : undefined;
}

/** What happened and what is to come; grows by itself while it is watched. */
export function OrderTimeline({ order }: { order: Order }) {
  const t = useTranslations("order");
  const { entryTitle, stillToCome } = useOrderWords();
  const { momentText } = useDates();
  return (
    <ol aria-label={t("soFar")} className="grid">
      {order.timeline.map((entry) => {
        const Icon = icons[entry.type];
        const tracking = trackingUrl(entry);
        return (
          <li
            key={`${entry.type} ${entry.at}`}
            className="relative flex animate-rise gap-4 pb-6 before:absolute before:top-10 before:bottom-0 before:left-[1.1875rem] before:w-0.5 before:bg-rule last:pb-0 last:before:hidden"
          >
            <span className="grid size-10 shrink-0 place-items-center rounded-pill bg-ink text-paper">
              <Icon aria-hidden="true" className="size-4.5" strokeWidth={2} />
            </span>
            <div className="pt-1.5">
              <p className="font-medium">{entryTitle(order, entry)}</p>
              <p className="figures text-small text-quiet">
                <time dateTime={entry.at}>{momentText(entry.at)}</time>
              </p>
              {tracking === undefined ? null : (
                <a
                  href={tracking}
                  rel="noreferrer"
                  className="tap text-small text-action underline underline-offset-4"
                >
                  {t("follow")}
                </a>
              )}
            </div>
          </li>
        );
      })}
      {stillToCome(order).map((title) => (
        <li
          key={title}
          className="relative flex items-center gap-4 pb-6 text-quiet before:absolute before:top-10 before:bottom-0 before:left-[1.1875rem] before:w-0.5 before:bg-rule last:pb-0 last:before:hidden"
        >
          <span className="grid size-10 shrink-0 place-items-center rounded-pill border-2 border-dashed border-rule">
            <PackageCheck aria-hidden="true" className="size-4" strokeWidth={1.5} />
          </span>
          <span>
            <span className="sr-only">{t("stillToCome")} </span>
            {title}
          </span>
        </li>
      ))}
    </ol>
  );
}
