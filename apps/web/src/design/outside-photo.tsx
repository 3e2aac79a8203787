"use client";

import { useState } from "react";

/** A photograph that another server keeps: when it is gone, the empty stage is better than a broken frame. */
export function OutsidePhoto({
  src,
  alt,
  loading,
}: {
  src: string;
  alt: string;
  loading: "eager" | "lazy";
}) {
  const [isGone, setIsGone] = useState(false);
  if (isGone) return <span className="sr-only">{alt}</span>;
  return (
    <img
      // It may have failed before this page was alive to hear of it.
      ref={(image) => {
        if (image?.complete && image.naturalWidth === 0) setIsGone(true);
      }}
      src={src}
      alt={alt}
      loading={loading}
      decoding="async"
      onError={() => setIsGone(true)}
      className="absolute inset-0 size-full object-contain p-[8%] mix-blend-multiply dark:mix-blend-normal"
    />
  );
}
