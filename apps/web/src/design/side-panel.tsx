"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";

/** A sheet at the right edge: traps the focus, gives it back, closes by Escape or a press beside it. */
export function SidePanel({
  title,
  description,
  isOpen,
  onOpenChange,
  children,
}: {
  title: string;
  /** Read out with the title when it opens. */
  description: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.03_268/0.45)] transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed inset-y-0 right-0 z-50 flex h-dvh w-full max-w-[27rem] flex-col bg-raised text-ink shadow-panel outline-none transition-[translate,opacity] duration-200 data-ending-style:translate-x-8 data-ending-style:opacity-0 data-starting-style:translate-x-8 data-starting-style:opacity-0 forced-colors:border-l">
          <div className="flex items-center justify-between gap-4 py-4 pr-3 pl-5 sm:pl-7">
            <Dialog.Title className="text-title">{title}</Dialog.Title>
            <Dialog.Description className="sr-only">{description}</Dialog.Description>
            <Dialog.Close
              aria-label={t("close")}
              className="grid size-11 place-items-center rounded-pill hover:bg-sunken"
            >
              <X aria-hidden="true" className="size-5" />
            </Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
