"use client";

import { usePathname } from "next/navigation";
import { useEffect, useLayoutEffect, useRef } from "react";
import { pressedLink } from "#browser/pressed-link.ts";

/** Marks what moves, on a card as on the product's own page. */
const ofProduct = "data-picture-of";
/** A page that is not there after so many frames is a new one to whoever waits. */
const patience = 30;

/** A picture where it was before the page changed. */
type Left = { productId: string; place: DOMRect; src: string };

/**
 * A product's picture that was on the page before moves from there to here: from the card that was pressed, and with
 * the browser's Back to it. By hand, not as a view transition: that shows a page twice as late (docs/adr/0051).
 */
export function MovingPictures() {
  const pathname = usePathname();
  const shownOn = useRef(pathname);
  const left = useRef<readonly Left[]>([]);
  useEffect(() => {
    const press = (event: MouseEvent) => {
      const link = pressedLink(event);
      left.current = link && isOtherPage(link.href) ? picturesIn(link.closest("article, th")) : [];
    };
    // Before `popstate`, at which Next has the other page there at once.
    const goBack = ({ navigationType, destination }: NavigateEvent) => {
      if (navigationType !== "traverse") return;
      left.current = isOtherPage(destination.url) ? picturesIn(document) : [];
    };
    document.addEventListener("click", press, { capture: true });
    if ("navigation" in window) navigation.addEventListener("navigate", goBack);
    return () => {
      document.removeEventListener("click", press, { capture: true });
      if ("navigation" in window) navigation.removeEventListener("navigate", goBack);
    };
  }, []);
  useLayoutEffect(() => {
    if (shownOn.current === pathname) return;
    shownOn.current = pathname;
    const pictures = left.current;
    left.current = [];
    if (pictures.length === 0) return;
    let frames = 0;
    // Not at once: the scroll position is put back, or to the top, first.
    let next = requestAnimationFrame(function look() {
      const isThere = pictures.some(move);
      if (!isThere && ++frames < patience) next = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(next);
  }, [pathname]);
  return null;
}

/** Another query or place of the same page moves nothing. */
const isOtherPage = (address: string) => new URL(address).pathname !== location.pathname;

function isSeen({ width, top, bottom }: DOMRect): boolean {
  return width > 0 && bottom > 0 && top < innerHeight;
}

function picturesIn(part: ParentNode | null): Left[] {
  return [...(part?.querySelectorAll(`[${ofProduct}]`) ?? [])]
    .map((element) => ({
      productId: element.getAttribute(ofProduct) ?? "",
      place: element.getBoundingClientRect(),
      src: element.querySelector("img")?.currentSrc ?? "",
    }))
    .filter(({ place }) => isSeen(place));
}

/** @returns false: it is not on this page, or not in sight */
function move({ productId, place: from, src }: Left): boolean {
  const here = [
    ...document.querySelectorAll<HTMLElement>(`[${ofProduct}="${CSS.escape(productId)}"]`),
  ].find((element) => isSeen(element.getBoundingClientRect()));
  if (!here) return false;
  keepShown(here, src);
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return true;
  const to = here.getBoundingClientRect();
  const x = from.x + from.width / 2 - (to.x + to.width / 2);
  const y = from.y + from.height / 2 - (to.y + to.height / 2);
  const scale = from.width / to.width;
  here.animate(
    [
      { transform: `translate(${x}px, ${y}px) scale(${scale})`, zIndex: 20 },
      { transform: "none", zIndex: 20 },
    ],
    { duration: 240, easing: "cubic-bezier(0.2, 0.7, 0.2, 1)" },
  );
  return true;
}

/** What was seen on the card stands in for the larger picture until that is there. */
function keepShown(here: HTMLElement, src: string): void {
  const image = here.querySelector("img");
  if (!image || image.complete || src === "") return;
  const stage = image.closest<HTMLElement>(".stage") ?? here;
  stage.style.background = `center / cover url(${JSON.stringify(src)})`;
  const release = () => stage.style.removeProperty("background");
  image.addEventListener("load", release, { once: true });
  image.addEventListener("error", release, { once: true });
}
