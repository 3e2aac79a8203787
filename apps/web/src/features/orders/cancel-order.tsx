"use client";

import type { Order } from "@meridian/api/orders/contract.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { problemOf } from "#api/problem.ts";
import { randomId } from "#browser/random-id.ts";
import { ConfirmDialog } from "#design/confirm-dialog.tsx";
import { Notice } from "#design/notice.tsx";
import { exactPriceText } from "#design/price.tsx";
import { liveKey, newer } from "#features/live/live-cache.ts";

/** Takes the order back, as long as nothing was sent. */
export function CancelOrder({ order }: { order: Order }) {
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
        problemOf(error)?.reason === "order.illegal_transition"
          ? "It has just been sent, so it can’t be cancelled any more."
          : "We can’t reach the shop right now. Try again; it is cancelled only once.",
      );
    }
    setBusy(false);
  };
  return (
    <ConfirmDialog
      trigger="Cancel the order"
      title={`Cancel order ${order.number}?`}
      confirmLabel="Cancel it"
      stayLabel="Keep it"
      isBusy={isBusy}
      isOpen={isOpen}
      onOpenChange={setOpen}
      onConfirm={() => void cancel()}
    >
      <p>
        {exactPriceText(order.totals.total)} goes back to your card, and the objects back on the
        shelf. This can’t be undone.
      </p>
      <div role="alert" className="empty:hidden">
        {trouble === undefined ? null : <Notice look="alert">{trouble}</Notice>}
      </div>
    </ConfirmDialog>
  );
}
