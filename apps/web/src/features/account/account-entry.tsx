"use client";

import type { User } from "@meridian/api/accounts/contract/users.ts";
import { useTranslations } from "next-intl";
import { UserRound } from "lucide-react";
import { Link } from "#i18n/navigation.ts";
import { lazy, Suspense } from "react";
import { useSessionWatch, useUser } from "#features/account/session.ts";

type Props = { user: Pick<User, "name" | "role"> | null | undefined; className: string };

/** Where the menu does not arrive, the link stays. */
const AccountMenu = lazy(() =>
  import("#features/account/account-menu.tsx").then(
    (part) => ({ default: part.AccountMenu }),
    () => ({ default: AccountLink }),
  ),
);

/** The header's way to the account. A link, so that it works before and without JavaScript; of one size, whoever looks. */
export function AccountEntry({ className }: { className: string }) {
  const { user } = useUser();
  useSessionWatch(user);
  const link = <AccountLink user={user} className={className} />;
  return user ? (
    <Suspense fallback={link}>
      <AccountMenu user={user} className={className} />
    </Suspense>
  ) : (
    link
  );
}

function AccountLink({ user, className }: Props) {
  const t = useTranslations("accountMenu");
  return (
    <Link href={user === null ? "/account/sign-in" : "/account"} className={className}>
      <UserRound aria-hidden="true" className="size-6 p-0.5" strokeWidth={1.75} />
      <span className="sr-only">{t(user === null ? "signIn" : "account")}</span>
    </Link>
  );
}
