"use client";

import { useLocale } from "next-intl";
import NextLink from "next/link";
import { useState, type ComponentProps } from "react";
import { localPath } from "#i18n/addresses.ts";

type Props = ComponentProps<typeof NextLink> & {
  /** Of the shop (`/cart`), or an address elsewhere, which stays as it is. */
  href: string;
};

/**
 * A link that stays in the page's language. What it leads to is fetched ahead, whole, as soon as somebody means to go there
 * (a pointer or a finger on it, the focus): what is merely in sight costs neither them nor the shop anything.
 */
export function Link({ href, prefetch, ...props }: Props) {
  const language = useLocale();
  const [isMeant, setMeant] = useState(false);
  const mean = () => setMeant(true);
  return (
    <NextLink
      href={localPath(language, href)}
      prefetch={prefetch ?? isMeant}
      onPointerEnter={mean}
      onFocus={mean}
      {...props}
    />
  );
}
