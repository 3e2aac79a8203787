"use client";

import { useTranslations } from "next-intl";
import { Button } from "#design/button.tsx";
import { Notice } from "#design/notice.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";

/** After signing in: two bags are one now, unless that was not what was wanted. */
export function MergeNotice() {
  const t = useTranslations("bag");
  const common = useTranslations("common");
  const { isMerged, answerMerge } = useCart();
  return (
    <div role="status" className="mb-3 empty:hidden">
      {isMerged ? (
        <Notice
          action={
            <>
              <Button look="bare" className="text-small" onClick={() => answerMerge("undo")}>
                {common("undo")}
              </Button>
              <Button look="bare" className="text-small" onClick={() => answerMerge("keep")}>
                {common("understood")}
              </Button>
            </>
          }
        >
          {t("merged")}
        </Notice>
      ) : null}
    </div>
  );
}
