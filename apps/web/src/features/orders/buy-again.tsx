"use client";

import type { Order } from "@meridian/api/orders/contract.ts";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { Button, ButtonLink } from "#design/button.tsx";
import { Notice } from "#design/notice.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";
import { rememberDraft } from "#features/checkout/checkout-draft.ts";
import { findAgain } from "#features/orders/find-again.ts";
import { useRegion } from "#features/region/region-context.tsx";
import { useRouter } from "#i18n/navigation.ts";

/**
 * The same once more, to the same address: what there is of it goes into the bag, and the checkout opens where only the payment is
 * missing. A bag that held something else, or that gets less than was asked for, is shown first.
 */
export function BuyAgain({ order }: { order: Order }) {
  const t = useTranslations("order");
  const common = useTranslations("common");
  const problems = useTranslations("problems");
  const client = useTRPCClient();
  const place = { region: useRegion(), language: useLocale() };
  const router = useRouter();
  const cart = useCart();
  const [state, setState] = useState<"still" | "busy" | "unreachable" | "none" | "part">("still");
  const words = {
    unreachable: problems("unreachable"),
    none: t("againNone"),
    part: t("againPart"),
  };
  const buy = async () => {
    if (state === "busy") return;
    setState("busy");
    const found = await findAgain(client, order, place).catch(() => undefined);
    if (found === undefined) return setState("unreachable");
    if (found.length === 0) return setState("none");
    for (const { variant, quantity } of found) cart.add(variant, quantity);
    const { email, shippingAddress, shippingOption } = order;
    rememberDraft({ email, shippingAddress, shippingOptionId: shippingOption.id });
    const isWhole =
      found.length === order.lines.length &&
      found.every(({ quantity }, at) => quantity === order.lines[at]?.quantity);
    if (!isWhole) return setState("part");
    // The page is kept, and may be seen again.
    setState("still");
    router.push(cart.count === 0 ? "/checkout" : "/cart");
  };
  return (
    <section aria-labelledby="again" className="grid justify-items-start gap-3">
      <h2 id="again" className="text-title">
        {t("again")}
      </h2>
      <p className="text-small text-quiet">{t("againLead")}</p>
      <Button look="raised" aria-disabled={state === "busy"} onClick={() => void buy()}>
        {state === "busy" ? common("oneMoment") : t("buyAgain")}
      </Button>
      <div role="status" className="w-full empty:hidden">
        {state === "still" || state === "busy" ? null : (
          <Notice
            look={state === "unreachable" ? "alert" : "note"}
            action={
              state === "part" ? (
                <ButtonLink look="raised" href="/cart">
                  {t("seeBag")}
                </ButtonLink>
              ) : null
            }
          >
            {words[state]}
          </Notice>
        )}
      </div>
    </section>
  );
}
