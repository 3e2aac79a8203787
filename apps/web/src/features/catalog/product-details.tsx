import { useTranslations } from "next-intl";
import type { Product } from "@meridian/api/catalog/contract.ts";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";

function Fold({
  title,
  isOpen = false,
  children,
}: {
  title: string;
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={isOpen} className="group border-t border-rule">
      <summary className="flex min-h-14 list-none items-center justify-between gap-4 font-medium [&::-webkit-details-marker]:hidden">
        {title}
        <Plus
          aria-hidden="true"
          className="size-5 text-quiet transition-transform group-open:rotate-45"
        />
      </summary>
      <div className="pb-6 text-quiet">{children}</div>
    </details>
  );
}

/** What there is to know, folded: native, so it opens without JavaScript and is found by a page search. */
export function ProductDetails({
  product,
  shipping,
}: {
  product: Product;
  shipping: readonly string[];
}) {
  const t = useTranslations("product");
  return (
    <div className="border-b border-rule">
      {product.details.length > 0 ? (
        <Fold title={t("details")} isOpen>
          <ul className="list-disc space-y-1 pl-5 marker:text-edge">
            {product.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        </Fold>
      ) : null}
      <Fold title={t("shipping")}>
        <ul className="space-y-1">
          {shipping.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Fold>
      {product.vendor ? (
        <Fold title={t("whoMakesIt")}>
          <p>{product.vendor}</p>
        </Fold>
      ) : null}
    </div>
  );
}
