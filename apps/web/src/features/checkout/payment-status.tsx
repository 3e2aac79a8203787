"use client";

import { useTranslations } from "next-intl";
import type { Checkout } from "@meridian/api/checkout/contract.ts";
import { Loader } from "lucide-react";
import { Button, buttonClass } from "#design/button.tsx";
import { Notice } from "#design/notice.tsx";
import { isHosted } from "#features/checkout/hosted-payment.ts";
import { usePaymentWords } from "#features/checkout/use-payment-words.ts";
import type { PaymentView } from "#features/checkout/use-payment.ts";

/** How the payment stands, beside the button that began it. */
export function PaymentStatus({
  view,
  checkout,
  onRetry,
}: {
  view: PaymentView;
  checkout: Checkout;
  onRetry: () => void;
}) {
  const t = useTranslations("checkout");
  const refusalWords = usePaymentWords();
  const isElsewhere = isHosted(checkout);
  switch (view.phase) {
    case "idle":
      return null;
    case "asking":
    case "processing":
    case "leaving":
      return (
        <p className="flex items-start gap-2.5 text-small">
          <Loader
            aria-hidden="true"
            className="mt-1 size-4 shrink-0 animate-spin motion-reduce:animate-none"
          />
          {t(isElsewhere && view.phase !== "processing" ? `hosted.${view.phase}` : view.phase)}
        </p>
      );
    case "waiting":
      return (
        <Notice
          action={
            <a href={view.url} className={buttonClass("raised")}>
              {t(isElsewhere ? "hosted.goOn" : "confirmAtBank")}
            </a>
          }
        >
          {t(isElsewhere ? "hosted.waits" : "bankWaits")}
        </Notice>
      );
    case "unreachable":
      return (
        <Notice
          look="alert"
          action={
            <Button look="raised" onClick={onRetry}>
              {t("askAgain")}
            </Button>
          }
        >
          {t("noAnswer")}
        </Notice>
      );
    case "refused":
      return <Notice look="alert">{refusalWords(view.problem, checkout.lines)}</Notice>;
  }
}
