"use client";

import { useTranslations } from "next-intl";
import { KeyRound } from "lucide-react";
import { OnItsWay } from "#design/on-its-way.tsx";
import { useDates } from "#design/use-dates.ts";
import { AddPasskey } from "#features/account/security/add-passkey.tsx";
import { RemovePasskey } from "#features/account/security/remove-passkey.tsx";
import { usePasskeys } from "#features/account/security/use-passkeys.ts";

export function PasskeyList() {
  const t = useTranslations("account");
  const { dayText } = useDates();
  const { data, isTroubled, retry } = usePasskeys();
  if (data === undefined)
    return <OnItsWay what={t("yourPasskeys")} isTroubled={isTroubled} onRetry={retry} />;
  return (
    <div className="grid gap-5">
      {data.items.length === 0 ? null : (
        <ul aria-label={t("yourPasskeys")} className="divide-y divide-rule">
          {data.items.map(({ id, name, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0">
              <KeyRound aria-hidden="true" className="size-5 text-quiet" strokeWidth={1.75} />
              <div className="min-w-0 flex-1 basis-40">
                <p className="font-medium wrap-anywhere">{name ?? t("passkey")}</p>
                <p className="text-small text-quiet">{t("since", { date: dayText(createdAt) })}</p>
              </div>
              <RemovePasskey passkeyId={id} name={name ?? t("passkey")} />
            </li>
          ))}
        </ul>
      )}
      <AddPasskey />
    </div>
  );
}
