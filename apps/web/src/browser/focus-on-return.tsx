"use client";

import { useEffect } from "react";
import { pressedLink } from "#browser/pressed-link.ts";

/** So long it looks for the link: a page that was dropped meanwhile is fetched anew. */
const patienceMs = 2_000;

/** A link, and which of those to the same address. */
type Left = { href: string; place: number };

/** Back gives the focus to the link by which the page was left, as browsers do between documents. */
export function FocusOnReturn() {
  useEffect(() => {
    const leftBy = new Map<string, Left>();
    const onClick = (event: MouseEvent) => {
      const link = pressedLink(event);
      if (!link) return;
      const place = linksTo(link.href).indexOf(link);
      if (place === -1) leftBy.delete(location.href);
      else leftBy.set(location.href, { href: link.href, place });
    };
    const onReturn = () => {
      const left = leftBy.get(location.href);
      if (left) focusLink(left, document.activeElement, performance.now() + patienceMs);
    };
    document.addEventListener("click", onClick, { capture: true });
    addEventListener("popstate", onReturn);
    return () => {
      document.removeEventListener("click", onClick, { capture: true });
      removeEventListener("popstate", onReturn);
    };
  }, []);
  return null;
}

/** In the page that is shown: those that were left stay in the document. */
function linksTo(href: string): HTMLAnchorElement[] {
  const links = document.querySelectorAll<HTMLAnchorElement>("main a");
  return [...links].filter((link) => link.href === href && link.checkVisibility());
}

/**
 * Unless the focus has gone somewhere already: then somebody has gone on.
 * @param before had the focus on the page that was left, and has it still in the first frame after
 */
function focusLink(left: Left, before: Element | null, until: number): void {
  requestAnimationFrame(() => {
    const { activeElement, body } = document;
    const isFree = activeElement === body || activeElement === before;
    if (!isFree || performance.now() > until) return;
    const link = linksTo(left.href)[left.place];
    if (link) link.focus({ preventScroll: true });
    else focusLink(left, before, until);
  });
}
