"use client";

import { useTranslations } from "next-intl";
import type { Order } from "@meridian/api/orders/contract.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { problemOf } from "#api/problem.ts";
import { randomId } from "#browser/random-id.ts";
import { ConfirmDialog } from "#design/confirm-dialog.tsx";
import { Trouble } from "#design/trouble.tsx";
import { usePriceText } from "#design/price.tsx";
import { liveKey, newer } from "#features/live/live-cache.ts";

/** Takes the order back, as long as nothing was sent. */
export function CancelOrder({ order }: { order: Order }) {
  const t = useTranslations("order");
  const common = useTranslations("common");
  const { exactPriceText } = usePriceText();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  // One key for this page: however often it is asked, it is cancelled once.
  const [idempotencyKey] = useState(randomId);
  const cancel = async () => {
    if (isBusy) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      const cancelled = await client.orders.cancel.mutate({ orderId: order.id, idempotencyKey });
      queryClient.setQueryData(liveKey(`order:${order.id}`), newer(cancelled));
      setOpen(false);
    } catch (error) {
      setTrouble(
        t(
          problemOf(error)?.reason === "order.illegal_transition"
            ? "justSent"
            : "cancelUnreachable",
        ),
      );
    }
    setBusy(false);
  };
  return (
    <ConfirmDialog
      trigger={t("cancel")}
      title={t("cancelTitle", { number: order.number })}
      confirmLabel={t("cancelIt")}
      stayLabel={common("keepIt")}
      isBusy={isBusy}
      isOpen={isOpen}
      onOpenChange={setOpen}
      onConfirm={() => void cancel()}
    >
      <p>{t("cancelLead", { amount: exactPriceText(order.totals.total) })}</p>
      <Trouble>{trouble}</Trouble>
    </ConfirmDialog>
  );
}
