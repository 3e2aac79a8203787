"use client";

import { KeyRound } from "lucide-react";
import { dayText } from "#design/day.ts";
import { Waiting } from "#features/account/section.tsx";
import { AddPasskey } from "#features/account/security/add-passkey.tsx";
import { RemovePasskey } from "#features/account/security/remove-passkey.tsx";
import { usePasskeys } from "#features/account/security/use-passkeys.ts";

export function PasskeyList() {
  const { data, isTroubled, retry } = usePasskeys();
  if (data === undefined)
    return <Waiting what="Your passkeys" isTroubled={isTroubled} onRetry={retry} />;
  return (
    <div className="grid gap-5">
      {data.items.length === 0 ? null : (
        <ul aria-label="Your passkeys" className="divide-y divide-rule">
          {data.items.map(({ id, name, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0">
              <KeyRound aria-hidden="true" className="size-5 text-quiet" strokeWidth={1.75} />
              <div className="min-w-0 flex-1 basis-40">
                <p className="font-medium wrap-anywhere">{name ?? "Passkey"}</p>
                <p className="text-small text-quiet">
                  since <time dateTime={createdAt}>{dayText(createdAt)}</time>
                </p>
              </div>
              <RemovePasskey passkeyId={id} name={name ?? "Passkey"} />
            </li>
          ))}
        </ul>
      )}
      <AddPasskey />
    </div>
  );
}
