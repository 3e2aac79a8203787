"use client";

import type { Checkout } from "@meridian/api/checkout/contract.ts";
import { Loader } from "lucide-react";
import { Button, buttonClass } from "#design/button.tsx";
import { Notice } from "#design/notice.tsx";
import { refusalWords } from "#features/checkout/payment-words.ts";
import type { PaymentView } from "#features/checkout/use-payment.ts";

const busyWords = {
  asking: "Asking your bank. Keep this page open.",
  processing:
    "Your bank takes its time. Keep this page open: your order appears as soon as it answers. You pay once.",
  leaving: "Your bank wants you to confirm. Taking you there.",
} as const;

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
          {busyWords[view.phase]}
        </p>
      );
    case "waiting":
      return (
        <Notice
          action={
            <a href={view.url} className={buttonClass("raised")}>
              Confirm at your bank
            </a>
          }
        >
          Your bank is still waiting for you. Confirm there, or pay with another card here.
        </Notice>
      );
    case "unreachable":
      return (
        <Notice
          look="alert"
          action={
            <Button look="raised" onClick={onRetry}>
              Ask again now
            </Button>
          }
        >
          The shop’s answer did not reach us. We keep asking by ourselves; however often it is
          asked, you pay once.
        </Notice>
      );
    case "refused":
      return <Notice look="alert">{refusalWords(view.problem, checkout.lines)}</Notice>;
  }
}
