import { useTranslations } from "next-intl";
import { ShoppingBag } from "lucide-react";
import { ButtonLink } from "#design/button.tsx";
import { EmptyStage } from "#design/empty-stage.tsx";

/** Nothing in it yet: two ways on. */
export function EmptyBag({ onLeave }: { onLeave?: () => void }) {
  const t = useTranslations("bag");
  const common = useTranslations("common");
  const leave = onLeave && { onClick: onLeave };
  return (
    <div className="flex flex-col items-start gap-5 py-6">
      <EmptyStage Icon={ShoppingBag} hue={235} />
      <p className="max-w-sm text-quiet">{t("empty")}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/search?sort=newest" {...leave}>
          {common("seeNew")}
        </ButtonLink>
        <ButtonLink href="/" look="quiet" {...leave}>
          {common("backToShop")}
        </ButtonLink>
      </div>
    </div>
  );
}
