import { ViewTransition, type ReactNode } from "react";

/**
 * A product's picture that is on the page before, too: the browser moves it from there to here. Once on a page; where
 * there is no such picture, or no way to move it, it is simply there. So it is after the browser's Back (docs/adr/0010).
 */
export function MovingPicture({
  productId,
  children,
}: {
  /** Absent: it stays where it is. */
  productId: string | undefined;
  children: ReactNode;
}) {
  if (productId === undefined) return children;
  return (
    <ViewTransition name={`picture-${productId}`} share="moving-picture" default="none">
      {children}
    </ViewTransition>
  );
}
