"use client";

import { X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useRef, type ReactNode } from "react";

/** A native popover that closes when the page below it changes. */
export function MenuPopover({
  id,
  label,
  className,
  children,
}: {
  id: string;
  label: string;
  className: string;
  children: ReactNode;
}) {
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
        aria-label="Close"
        className="absolute top-3 right-[clamp(0.75rem,4vw,3.5rem)] grid size-11 place-items-center rounded-pill hover:bg-sunken"
      >
        <X aria-hidden="true" className="size-5" />
      </button>
      {children}
    </nav>
  );
}
