"use client";

import { useLocale } from "next-intl";
import { usePathname as useNextPathname, useRouter as useNextRouter } from "next/navigation";
import { useMemo } from "react";
import { localPath, splitAddress } from "#i18n/addresses.ts";

/** The page's own path, without language and market. */
export function usePathname(): string {
  return splitAddress(useNextPathname()).path;
}

/** Next's router, which stays in the page's language. */
export function useRouter() {
  const router = useNextRouter();
  const language = useLocale();
  return useMemo(
    () => ({
      push: (href: string, options?: { scroll?: boolean }) =>
        router.push(localPath(language, href), options),
      replace: (href: string) => router.replace(localPath(language, href)),
    }),
    [router, language],
  );
}
