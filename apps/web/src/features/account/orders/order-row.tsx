"use client";

import { useTranslations } from "next-intl";
import type { Order } from "@meridian/api/orders/contract.ts";
import { skipToken, useQuery } from "@tanstack/react-query";
import { Link } from "#i18n/navigation.ts";
import { useDates } from "#design/use-dates.ts";
import { StagePicture } from "#design/picture.tsx";
import { usePriceText } from "#design/price.tsx";
import { liveKey } from "#features/live/live-cache.ts";
import { liveWeight, useLiveTopic } from "#features/live/live-provider.tsx";
import { useOrderWords } from "#features/orders/use-order-words.ts";

const shownPictures = 4;
/** An order keeps no hue: the ground is the paper's. */
const paperHue = 85;

/** One order, as it is at this moment. */
export function OrderRow({ order: listed }: { order: Order }) {
  const t = useTranslations("order");
  const common = useTranslations("common");
  const { stateWords } = useOrderWords();
  const { dayText } = useDates();
  const { exactPriceText } = usePriceText();
  const topic = `order:${listed.id}`;
  useLiveTopic(topic, liveWeight.card);
  const { data } = useQuery<Order | null>({ queryKey: liveKey(topic), queryFn: skipToken });
  const order = data && data.version > listed.version ? data : listed;
  const units = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <li>
      <Link
        href={`/orders/${order.id}`}
        className="group grid gap-x-6 gap-y-4 rounded-stage bg-raised p-4 transition-shadow hover:shadow-lift sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:p-5"
      >
        <span className="min-w-0">
          <span className="block text-title leading-tight group-hover:text-action">
            <span
              key={order.state}
              className="inline-block animate-rise font-display font-semibold"
            >
              {stateWords(order)}
            </span>
          </span>
          <span className="figures mt-1 block text-small text-quiet">
            {t("number", { number: order.number })} ·{" "}
            <time dateTime={order.placedAt}>{dayText(order.placedAt)}</time>
          </span>
          <span className="figures mt-0.5 block text-small text-quiet">
            {common("oneObject", { count: units })} · {exactPriceText(order.totals.total)}
          </span>
        </span>
        <span aria-hidden="true" className="flex gap-2">
          {order.lines.slice(0, shownPictures).map((line) => (
            <StagePicture
              key={line.variantId}
              image={line.image}
              hue={paperHue}
              sizes="64px"
              alt=""
              className="aspect-4/5 w-16 rounded-small!"
            />
          ))}
        </span>
      </Link>
    </li>
  );
}
