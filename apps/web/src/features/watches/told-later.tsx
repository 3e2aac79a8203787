"use client";

import { useTranslations } from "next-intl";
import { BellRing, Undo2 } from "lucide-react";
import { useEffect, useRef } from "react";

/** It is settled, with the way back. @param takesFocus what was pressed has just gone */
export function ToldLater({
  takesFocus,
  isBusy,
  onUndo,
}: {
  takesFocus: boolean;
  isBusy: boolean;
  onUndo: () => void;
}) {
  const t = useTranslations("watch");
  const common = useTranslations("common");
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) undo.current?.focus();
  }, [takesFocus]);
  return (
    <div className="flex animate-rise flex-wrap items-center gap-x-3 rounded-stage bg-sunken py-1.5 pr-2 pl-5 text-small">
      <BellRing aria-hidden="true" className="size-5 shrink-0 text-quiet" strokeWidth={1.75} />
      <p role="status" className="min-w-0 flex-1 basis-40 py-2">
        {t("willBeTold")}
      </p>
      <button
        ref={undo}
        type="button"
        aria-disabled={isBusy}
        onClick={onUndo}
        className="inline-flex min-h-11 items-center gap-2 rounded-pill px-3 font-medium text-action hover:bg-raised"
      >
        <Undo2 aria-hidden="true" className="size-4" />
        {common("undo")}
      </button>
    </div>
  );
}
