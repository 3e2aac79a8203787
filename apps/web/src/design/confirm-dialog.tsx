"use client";

import { useTranslations } from "next-intl";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactNode } from "react";
import { Button, buttonClass } from "#design/button.tsx";

/** Asks before something that can't be taken back. The safe way out has the focus. */
export function ConfirmDialog({
  trigger,
  title,
  children,
  confirmLabel,
  stayLabel,
  isBusy,
  isOpen,
  onOpenChange,
  onConfirm,
}: {
  trigger: ReactNode;
  title: string;
  children: ReactNode;
  confirmLabel: string;
  stayLabel: string;
  isBusy: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onConfirm: () => void;
}) {
  const t = useTranslations("common");
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <AlertDialog.Trigger className={buttonClass("quiet")}>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.03_268/0.45)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Popup className="fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[90dvh] max-w-md -translate-y-1/2 overflow-y-auto rounded-stage bg-raised p-6 text-ink shadow-panel outline-none transition-[opacity,scale] data-ending-style:scale-95 data-ending-style:opacity-0 data-starting-style:scale-95 data-starting-style:opacity-0 sm:p-8">
          <AlertDialog.Title className="text-title">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="mt-3 grid gap-3 text-quiet">
            {children}
          </AlertDialog.Description>
          <div className="mt-6 flex flex-wrap gap-2.5">
            <AlertDialog.Close className={buttonClass("quiet")}>{stayLabel}</AlertDialog.Close>
            <Button aria-disabled={isBusy} onClick={onConfirm}>
              {isBusy ? t("oneMoment") : confirmLabel}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
