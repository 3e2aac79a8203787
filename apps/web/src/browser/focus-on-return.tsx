"use client";

import { useEffect } from "react";

/** So long it looks for the link: a page that was dropped meanwhile is fetched anew. */
const patienceMs = 2_000;

/** Back gives the focus to the link by which the page was left, as browsers do between documents. */
export function FocusOnReturn() {
  useEffect(() => {
    const leftBy = new Map<string, string>();
    const onClick = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>("main a") : null;
      if (link) leftBy.set(location.href, link.href);
    };
    const onReturn = () => {
      const href = leftBy.get(location.href);
      if (href) focusLink(href, performance.now() + patienceMs);
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

/** Unless the focus is somewhere already: then somebody has gone on. */
function focusLink(href: string, until: number): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body || performance.now() > until) return;
    const links = document.querySelectorAll<HTMLAnchorElement>("main a");
    const link = [...links].find((one) => one.href === href && one.checkVisibility());
    if (link) link.focus({ preventScroll: true });
    else focusLink(href, until);
  });
}
