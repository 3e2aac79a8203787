import { useTranslations } from "next-intl";
import { ButtonLink } from "#design/button.tsx";
import type { RefusedAdd } from "#features/cart/refused-add.ts";
import { useRefusalWords } from "#features/cart/use-refusal-words.ts";

/** Why it did not go into the bag, and the ways on. */
export function RefusedAddPage({ refused }: { refused: RefusedAdd }) {
  const t = useTranslations("shell");
  const bag = useTranslations("bag");
  const common = useTranslations("common");
  const refusalWords = useRefusalWords();
  const { details, product, isInBag } = refused;
  const drop = details["drop"];
  return (
    <div className="wrap flex flex-col items-start gap-6 pt-8 lg:pt-12">
      <h1 className="text-heading">{t("refusedTitle")}</h1>
      <p className="max-w-prose text-lead text-quiet">{refusalWords(refused, isInBag)}</p>
      <div className="flex flex-wrap gap-3">
        {typeof drop === "string" ? (
          <ButtonLink href={`/drops/${encodeURIComponent(drop)}`}>{bag("toDrop")}</ButtonLink>
        ) : null}
        {product === "" ? null : (
          <ButtonLink href={`/products/${encodeURIComponent(product)}`} look="quiet">
            {t("backToObject")}
          </ButtonLink>
        )}
        <ButtonLink href="/" look="quiet">
          {common("backToShop")}
        </ButtonLink>
      </div>
    </div>
  );
}
