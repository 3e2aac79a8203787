"use client";

import type { ComponentProps } from "react";

/**
 * A ref for a place in which things come and go. When what had the focus is gone, the place has it: a screen reader
 * says where one is, and Tab goes on from there. The place wants `tabIndex={-1}` and a name.
 */
export function keepFocus(place: HTMLElement | null): (() => void) | undefined {
  if (!place) return undefined;
  let last: EventTarget | null = null;
  const remember = ({ target }: FocusEvent) => {
    last = target;
  };
  const observer = new MutationObserver(() => {
    if (!(last instanceof Node) || last.isConnected) return;
    last = null;
    if (document.activeElement === document.body) place.focus({ preventScroll: true });
  });
  place.addEventListener("focusin", remember);
  observer.observe(place, { childList: true, subtree: true });
  return () => {
    place.removeEventListener("focusin", remember);
    observer.disconnect();
  };
}

/** A group that keeps the focus. */
export function KeepsFocus(props: ComponentProps<"div"> & { "aria-label": string }) {
  return <div ref={keepFocus} role="group" tabIndex={-1} {...props} />;
}
