"use client";

import { lazy, Suspense } from "react";

/** Where it does not arrive, the system's own letters do. */
const NotoSansJp = lazy(() =>
  import("#design/noto-sans-jp.tsx").then(
    (part) => ({ default: part.NotoSansJp }),
    () => ({ default: () => null }),
  ),
);

/**
 * Japanese letters in a hundred slices, of which a browser loads those that the page needs. Even their list is long:
 * it comes with a part of its own, so that pages in other languages do not carry it.
 */
export function JapaneseFace() {
  return (
    <Suspense>
      <NotoSansJp />
    </Suspense>
  );
}
