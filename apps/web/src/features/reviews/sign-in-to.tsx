"use client";

import { usePathname } from "#i18n/navigation.ts";
import { ButtonLink } from "#design/button.tsx";

/** The way to what only somebody signed in does; it leads back here. */
export function SignInTo({ label, at }: { label: string; at: string }) {
  const pathname = usePathname();
  return (
    <ButtonLink
      look="quiet"
      href={`/account/sign-in?next=${encodeURIComponent(`${pathname}#${at}`)}`}
      className="w-full sm:w-auto"
    >
      {label}
    </ButtonLink>
  );
}
