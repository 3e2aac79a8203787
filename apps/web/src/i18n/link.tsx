"use client";

import { useState, type ComponentProps } from "react";
import { LocalLink } from "#i18n/local-navigation.ts";

/**
 * A link that stays in the page's language. What it leads to is fetched ahead, whole, as soon as somebody means to go there
 * (a pointer or a finger on it, the focus): what is merely in sight costs neither them nor the shop anything.
 */
export function Link({ prefetch, ...props }: ComponentProps<typeof LocalLink>) {
  const [isMeant, setMeant] = useState(false);
  const mean = () => setMeant(true);
  return (
    <LocalLink prefetch={prefetch ?? isMeant} onPointerEnter={mean} onFocus={mean} {...props} />
  );
}
