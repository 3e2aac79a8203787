import { useEffect, useRef, useState, type RefObject } from "react";

/** Whether the element is still below what the screen shows; taken not to be until the browser has looked. */
export function useIsBelow<E extends Element>(): [RefObject<E | null>, boolean] {
  const element = useRef<E>(null);
  const [isBelow, setBelow] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry) setBelow(!entry.isIntersecting && entry.boundingClientRect.top > 0);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, isBelow];
}
