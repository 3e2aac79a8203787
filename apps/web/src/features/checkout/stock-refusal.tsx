"use client";

import { useTranslations } from "next-intl";
import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import { useEffect, useRef } from "react";
import { Button, ButtonLink } from "#design/button.tsx";
import { StagePicture } from "#design/picture.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";
import { optionText } from "#features/cart/ui/cart-line.tsx";
import { useMarketName } from "#features/region/use-market-name.ts";

type Shortage = { variantId: string; requested: number; available: number };

/** One line that stands in the way: why, and what can be done about it. */
function Obstacle({ problem }: { problem: PublicError }) {
  const { cart, setQuantity, remove } = useCart();
  const t = useTranslations("checkout");
  const market = useMarketName();
  const { variantId, requested, available } = problem.details as Shortage;
  const line = cart.lines.find((l) => l.variantId === variantId);
  if (!line) return null;
  const left = problem.reason === "inventory.out_of_stock" ? Math.max(0, available) : 0;
  const why =
    problem.reason === "cart.not_sold_here"
      ? t("obstacle.notSold", { market })
      : left > 0
        ? t("obstacle.left", { requested, left })
        : t("obstacle.gone");
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-5 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <StagePicture image={line.image} hue={line.hue} sizes="144px" alt="" />
      <div className="grid content-center gap-4">
        <div>
          <p className="font-display text-title font-semibold tracking-tight">{line.title}</p>
          <p className="text-small text-quiet">{optionText(line)}</p>
          <p className="mt-1.5">{why}</p>
        </div>
        <div className="flex flex-wrap gap-2.5">
          {left > 0 ? (
            <Button onClick={() => setQuantity(variantId, left)}>
              {t("obstacle.take", { left })}
            </Button>
          ) : null}
          <Button look={left > 0 ? "quiet" : "action"} onClick={() => remove(variantId)}>
            {t("obstacle.without")}
          </Button>
        </div>
      </div>
    </div>
  );
}

const headings = new Map([
  ["inventory.out_of_stock", "refused.outOfStock"],
  ["cart.not_sold_here", "refused.notSold"],
  ["checkout.not_open", "refused.notOpen"],
] as const satisfies [string, string][] as [
  string,
  "refused.outOfStock" | "refused.notSold" | "refused.notOpen",
][]);

/** The stock could not be held. As soon as the bag is changed here, holding is tried again. */
export function StockRefusal({ problem, onRetry }: { problem: PublicError; onRetry: () => void }) {
  const t = useTranslations("checkout");
  const common = useTranslations("common");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isAboutLine = typeof problem.details?.["variantId"] === "string";
  return (
    <div className="grid max-w-2xl gap-5 rounded-stage bg-raised p-5 shadow-lift sm:p-8">
      <h2 ref={heading} tabIndex={-1} className="text-title outline-none">
        {t(headings.get(problem.reason) ?? "refused.other")}
      </h2>
      {isAboutLine ? <Obstacle problem={problem} /> : null}
      {isAboutLine ? null : (
        <>
          <p className="text-quiet">
            {t(
              problem.reason === "checkout.not_open" ? "refused.finishThere" : "refused.lookAtBag",
            )}
          </p>
          <div className="flex flex-wrap gap-2.5">
            <Button onClick={onRetry}>{common("tryAgain")}</Button>
            <ButtonLink href="/cart" look="quiet">
              {common("toBag")}
            </ButtonLink>
          </div>
        </>
      )}
    </div>
  );
}
