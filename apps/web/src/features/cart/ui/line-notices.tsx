"use client";

import { useTranslations } from "next-intl";
import type { CartLine, LineNotice } from "@meridian/api/cart/contract.ts";
import { Notice } from "#design/notice.tsx";
import { hidden } from "#design/hidden.tsx";
import { usePriceText } from "#design/price.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";
import { useRefusalWords } from "#features/cart/use-refusal-words.ts";
import { useLiveState } from "#features/live/live-provider.tsx";
import { useNoticeWords } from "#features/cart/ui/use-notice-words.ts";

const actionClass = "tap font-medium underline underline-offset-4";

function NoticeAction({ line, notice }: { line: CartLine; notice: LineNotice }) {
  const cart = useCart();
  const t = useTranslations("bag");
  const { variantId, title, quantity } = line;
  if (notice.type === "price_changed") return null;
  const left = notice.type === "out_of_stock" ? notice.available : 0;
  const what =
    notice.type === "hold_expired"
      ? {
          words: t.rich("holdAgain", { title, hidden }),
          act: () => cart.setQuantity(variantId, quantity),
        }
      : left > 0
        ? {
            words: t.rich("take", { left, title, hidden }),
            act: () => cart.setQuantity(variantId, left),
          }
        : { words: t.rich("removeLine", { title, hidden }), act: () => cart.remove(variantId) };
  return (
    <button type="button" className={actionClass} onClick={what.act}>
      {what.words}
    </button>
  );
}

/** At the line: what the shop did not do as asked, and why the line can't be bought as it stands. */
export function LineNotices({ line }: { line: CartLine }) {
  const cart = useCart();
  const t = useTranslations("common");
  const refusalWords = useRefusalWords();
  const noticeWords = useNoticeWords();
  const { exactPriceText } = usePriceText();
  const { isStale } = useLiveState();
  // How many there are is not told any more when it may be another number by now.
  const notices = line.notices.filter(({ type }) => !isStale || type !== "out_of_stock");
  const refusal = cart.refusals.get(line.variantId);
  const price = exactPriceText(line.unitPrice);
  return (
    <div role="status" className="col-span-full grid gap-2 empty:hidden">
      {refusal ? (
        <Notice
          look="alert"
          action={
            <button
              type="button"
              className={actionClass}
              onClick={() => cart.dismiss(line.variantId)}
            >
              {t("understood")}
            </button>
          }
        >
          {refusalWords(refusal, true)}
        </Notice>
      ) : null}
      {notices.map((notice) => (
        <Notice
          key={notice.type}
          look={notice.type === "price_changed" ? "note" : "alert"}
          action={<NoticeAction line={line} notice={notice} />}
        >
          {noticeWords(notice, price)}
        </Notice>
      ))}
    </div>
  );
}
