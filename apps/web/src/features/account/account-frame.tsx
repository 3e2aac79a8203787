"use client";

import { useTranslations } from "next-intl";
import type { User } from "@meridian/api/accounts/contract/users.ts";
import { Link } from "#i18n/navigation.ts";
import { usePathname } from "#i18n/navigation.ts";
import { createContext, use, type ReactNode } from "react";
import { Button } from "#design/button.tsx";
import { Skeleton } from "#design/skeleton.tsx";
import { sectionsOf } from "#features/account/sections.ts";
import { useUser } from "#features/account/session.ts";
import { Entrance } from "#features/account/sign-in/entrance.tsx";
import { SignIn } from "#features/account/sign-in/sign-in.tsx";
import { SignOutButton } from "#features/account/sign-out-button.tsx";

const UserContext = createContext<User | null>(null);

/** Whose account this is; below an {@link AccountFrame}. */
export function useSignedIn(): User {
  const user = use(UserContext);
  if (!user) throw new Error("useSignedIn needs an AccountFrame above it");
  return user;
}

/** Around every page of an account. A guest signs in at the place, and the page appears. */
export function AccountFrame({ picture, children }: { picture: ReactNode; children: ReactNode }) {
  const t = useTranslations("account");
  const { user, isTroubled, retry } = useUser();
  if (user === null)
    return (
      <Entrance picture={picture}>
        <SignIn title={t("signInToSee")} />
      </Entrance>
    );
  if (user === undefined) return isTroubled ? <Unreachable onRetry={retry} /> : <FrameSkeleton />;
  return (
    <UserContext value={user}>
      <div className="wrap grid gap-x-14 gap-y-6 pt-6 lg:grid-cols-[13rem_minmax(0,1fr)] lg:items-start lg:pt-12">
        <AccountMenu />
        {/* Another user's account begins anew. */}
        <div key={user.id} className="min-w-0 max-w-4xl">
          {children}
        </div>
      </div>
    </UserContext>
  );
}

function AccountMenu() {
  const t = useTranslations("accountMenu");
  const pathname = usePathname();
  const user = useSignedIn();
  return (
    <nav aria-label={t("pages")} className="min-w-0 lg:sticky lg:top-28">
      <ul className="-mx-1 flex flex-wrap gap-x-1 lg:mx-0 lg:grid">
        {sectionsOf(user).map(({ href, name, Icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={pathname === href ? "page" : undefined}
              className="flex min-h-11 items-center gap-3 rounded-pill px-3 text-small text-quiet transition-colors hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:font-semibold aria-[current]:text-ink lg:text-body"
            >
              <Icon aria-hidden="true" className="size-5 max-lg:hidden" strokeWidth={1.75} />
              {t(name)}
            </Link>
          </li>
        ))}
        <li className="hidden lg:mt-3 lg:block lg:border-t lg:border-rule lg:pt-3">
          <SignOutButton />
        </li>
      </ul>
    </nav>
  );
}

function FrameSkeleton() {
  const t = useTranslations("account");
  return (
    <div
      role="status"
      aria-label={t("fetching")}
      className="wrap grid gap-x-14 gap-y-6 pt-6 lg:grid-cols-[13rem_minmax(0,1fr)] lg:pt-12"
    >
      <Skeleton className="h-22 lg:h-80" />
      <div>
        <Skeleton className="h-12 w-3/5" />
        <Skeleton className="mt-8 h-56 rounded-stage" />
        <Skeleton className="mt-4 h-56 rounded-stage" />
      </div>
    </div>
  );
}

function Unreachable({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("account");
  const common = useTranslations("common");
  return (
    <div role="alert" className="wrap pt-10 lg:pt-16">
      <h1 className="max-w-[18ch] text-heading">{t("unreachable")}</h1>
      <p className="mt-4 max-w-prose text-lead text-quiet">{t("isSafe")}</p>
      <Button className="mt-8" onClick={onRetry}>
        {common("tryAgain")}
      </Button>
    </div>
  );
}
