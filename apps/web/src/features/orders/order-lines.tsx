import { useTranslations } from "next-intl";
import { money } from "@meridian/api/kernel/money.ts";
import type { Order, OrderLine } from "@meridian/api/orders/contract.ts";
import { Link } from "#i18n/navigation.ts";
import { StagePicture } from "#design/picture.tsx";
import { usePriceText } from "#design/price.tsx";
import { optionText } from "#features/cart/ui/cart-line.tsx";

/** An order keeps no hue: the ground is the paper's. */
const paperHue = 85;

function Line({ line, isPart }: { line: OrderLine; isPart: boolean }) {
  const t = useTranslations("order");
  const { exactPriceText } = usePriceText();
  const options = optionText(line);
  // What takes something off stands below, by its name.
  const goods = money(line.unitPrice.amountMinor * line.quantity, line.unitPrice.currency);
  return (
    <li className="grid grid-cols-[4.5rem_minmax(0,1fr)_auto] gap-x-4 py-4 first:pt-0 last:pb-0">
      <StagePicture
        image={line.image}
        hue={paperHue}
        sizes="72px"
        alt=""
        className="no-print aspect-4/5 rounded-small!"
      />
      <div className="min-w-0 self-center print:col-span-2">
        <Link
          href={`/products/${line.productHandle}`}
          className="font-medium leading-snug hover:text-action"
        >
          {line.title}
        </Link>
        {options ? <p className="text-small text-quiet">{options}</p> : null}
        <p className="figures text-small text-quiet">
          {line.quantity} × {exactPriceText(line.unitPrice)}
          {isPart ? t("sent", { count: line.fulfilledQuantity }) : ""}
        </p>
      </div>
      <p className="figures self-center font-medium">{exactPriceText(goods)}</p>
    </li>
  );
}

export function OrderLines({ order }: { order: Order }) {
  const t = useTranslations("order");
  return (
    <ul aria-label={t("bought")} className="divide-y divide-rule">
      {order.lines.map((line) => (
        <Line key={line.variantId} line={line} isPart={order.state === "partly_fulfilled"} />
      ))}
    </ul>
  );
}
