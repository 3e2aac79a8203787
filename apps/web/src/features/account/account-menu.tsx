import type { User } from "@meridian/api/accounts/contract/users.ts";
import { useTranslations } from "next-intl";
import { Link } from "#i18n/navigation.ts";
import { sectionsOf } from "#features/account/sections.ts";
import { SignOutButton } from "#features/account/sign-out-button.tsx";
import { MenuPopover } from "#features/shell/menu-popover.tsx";

const menu = "account-menu";

/** The sections of the account and the way out of it, for who is signed in. */
export function AccountMenu({
  user,
  className,
}: {
  user: Pick<User, "name" | "role">;
  /** Of the button that opens it. */
  className: string;
}) {
  const t = useTranslations("accountMenu");
  return (
    <>
      <button type="button" popoverTarget={menu} className={className}>
        <span
          aria-hidden="true"
          className="grid size-6 place-items-center rounded-pill bg-ink text-caption font-semibold text-paper"
        >
          {[...user.name][0]?.toUpperCase()}
        </span>
        <span className="sr-only">{t("yourAccountNamed", { name: user.name })}</span>
      </button>
      <MenuPopover
        isNarrow
        id={menu}
        label={t("yourAccount")}
        className="fixed inset-[auto] top-16 right-4 m-0 max-h-[calc(100dvh-5rem)] w-72 overflow-y-auto rounded-stage bg-raised p-3 pt-14 text-ink shadow-panel"
      >
        <p className="absolute top-6 left-6 max-w-48 truncate text-small text-quiet">{user.name}</p>
        <ul>
          {sectionsOf(user).map(({ href, name, Icon }) => (
            <li key={href}>
              <Link
                href={href}
                className="flex min-h-11 items-center gap-3 rounded-small px-3 hover:bg-sunken"
              >
                <Icon aria-hidden="true" className="size-5 text-quiet" strokeWidth={1.75} />
                {t(name)}
              </Link>
            </li>
          ))}
          <li className="mt-2 border-t border-rule pt-2">
            <SignOutButton />
          </li>
        </ul>
      </MenuPopover>
    </>
  );
}
