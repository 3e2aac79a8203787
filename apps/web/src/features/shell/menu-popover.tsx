"use client";

import { useTranslations } from "next-intl";
import { X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useRef, type ReactNode } from "react";

/** A native popover that closes when the page below it changes. */
export function MenuPopover({
  id,
  label,
  className,
  isNarrow = false,
  children,
}: {
  id: string;
  label: string;
  className: string;
  /** Not as wide as the page, whose edge the closing button keeps to else. */
  isNarrow?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  const ref = useRef<HTMLElement>(null);
  const pathname = usePathname();
  const shownOn = useRef(pathname);
  useEffect(() => {
    if (shownOn.current === pathname) return;
    shownOn.current = pathname;
    ref.current?.hidePopover();
  }, [pathname]);
  return (
    <nav ref={ref} id={id} popover="auto" aria-label={label} className={className}>
      <button
        type="button"
        popoverTarget={id}
        popoverTargetAction="hide"
        aria-label={t("close")}
        className={`absolute top-3 grid size-11 place-items-center rounded-pill hover:bg-sunken ${isNarrow ? "right-3" : "right-[clamp(0.75rem,4vw,3.5rem)]"}`}
      >
        <X aria-hidden="true" className="size-5" />
      </button>
      {children}
    </nav>
  );
}
