"use client";

import { preload } from "react-dom";

/**
 * Says at the top of the page which picture it begins with: a parser that is busy with what stands before it finds it
 * too late. In the browser and not on the server, where what is cached forgets that it asked for something.
 */
export function EarlyPicture({ src, avif, sizes }: { src: string; avif: string; sizes: string }) {
  preload(src, {
    as: "image",
    type: "image/avif",
    imageSrcSet: avif,
    imageSizes: sizes,
    fetchPriority: "high",
  });
  return null;
}
