import { FocusOnReturn } from "#browser/focus-on-return.tsx";
import { MovingPictures } from "#design/moving-pictures.tsx";

/** What goes along from page to page. */
export function PageMoves() {
  return (
    <>
      <MovingPictures />
      <FocusOnReturn />
    </>
  );
}
