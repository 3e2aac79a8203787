"use client";

import { lazy, Suspense } from "react";

const NotoSansJp = lazy(async () => ({
  default: (await import("#design/noto-sans-jp.tsx")).NotoSansJp,
}));

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
