"use client";

import { useTranslations } from "next-intl";
import { UserRound } from "lucide-react";
import { Link } from "#i18n/navigation.ts";
import { lazy, Suspense } from "react";
import { useSessionWatch, useUser } from "#features/account/session.ts";

const AccountMenu = lazy(async () => ({
  default: (await import("#features/account/account-menu.tsx")).AccountMenu,
}));

/** The header's way to the account. A link, so that it works before and without JavaScript; of one size, whoever looks. */
export function AccountEntry({ className }: { className: string }) {
  const t = useTranslations("accountMenu");
  const { user } = useUser();
  useSessionWatch();
  const link = (
    <Link href={user === null ? "/account/sign-in" : "/account"} className={className}>
      <UserRound aria-hidden="true" className="size-6 p-0.5" strokeWidth={1.75} />
      <span className="sr-only">{t(user === null ? "signIn" : "account")}</span>
    </Link>
  );
  return user ? (
    <Suspense fallback={link}>
      <AccountMenu user={user} className={className} />
    </Suspense>
  ) : (
    link
  );
}
