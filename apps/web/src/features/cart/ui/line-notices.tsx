"use client";

import type { CartLine, LineNotice } from "@meridian/api/cart/contract.ts";
import { Notice } from "#design/notice.tsx";
import { exactPriceText } from "#design/price.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";
import { refusalWords } from "#features/cart/refusal-words.ts";
import { noticeWords } from "#features/cart/ui/notice-words.ts";
import { useMarket } from "#features/region/region-context.tsx";

const actionClass = "tap font-medium underline underline-offset-4";

function NoticeAction({ line, notice }: { line: CartLine; notice: LineNotice }) {
  const cart = useCart();
  const { variantId, title, quantity } = line;
  if (notice.type === "price_changed") return null;
  const left = notice.type === "out_of_stock" ? notice.available : 0;
  const what =
    notice.type === "hold_expired"
      ? { words: "Hold again", act: () => cart.setQuantity(variantId, quantity) }
      : left > 0
        ? { words: `Take ${left}`, act: () => cart.setQuantity(variantId, left) }
        : { words: "Remove", act: () => cart.remove(variantId) };
  return (
    <button type="button" className={actionClass} onClick={what.act}>
      {what.words}
      <span className="sr-only">: {title}</span>
    </button>
  );
}

/** At the line: what the shop did not do as asked, and why the line can't be bought as it stands. */
export function LineNotices({ line }: { line: CartLine }) {
  const cart = useCart();
  const market = useMarket();
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
              Understood
            </button>
          }
        >
          {refusalWords(refusal, true)}
        </Notice>
      ) : null}
      {line.notices.map((notice) => (
        <Notice
          key={notice.type}
          look={notice.type === "price_changed" ? "note" : "alert"}
          action={<NoticeAction line={line} notice={notice} />}
        >
          {noticeWords(notice, price, market.name)}
        </Notice>
      ))}
    </div>
  );
}
