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
import { entryTitle, stillToCome } from "#features/orders/order-words.ts";

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

const when = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

/** Only an address of the web is made a link. */
function trackingUrl({ data }: TimelineEntry): string | undefined {
  const url = data["trackingUrl"];
  return typeof url === "string" && /^https?:\/\//.test(url) ? url : undefined;
}

function titleOf(order: Order, entry: TimelineEntry): string {
  const sent = entry.data["lines"];
  if (entry.type !== "fulfilled" || !Array.isArray(sent)) return entryTitle(entry);
  const units = (sent as { quantity: number }[]).reduce((sum, { quantity }) => sum + quantity, 0);
  const all = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return units === all ? "Sent" : `${units} of ${all} objects sent`;
}

/** What happened and what is to come; grows by itself while it is watched. */
export function OrderTimeline({ order }: { order: Order }) {
  return (
    <ol aria-label="What happened so far" className="grid">
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
              <p className="font-medium">{titleOf(order, entry)}</p>
              <p className="figures text-small text-quiet">
                <time dateTime={entry.at}>{when.format(new Date(entry.at))}</time>
              </p>
              {tracking === undefined ? null : (
                <a
                  href={tracking}
                  rel="noreferrer"
                  className="tap text-small text-action underline underline-offset-4"
                >
                  Follow the parcel
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
            <span className="sr-only">Still to come: </span>
            {title}
          </span>
        </li>
      ))}
    </ol>
  );
}
