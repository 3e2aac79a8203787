"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldProblems } from "#api/use-field-problems.ts";
import { problemOf } from "#api/problem.ts";
import { Button } from "#design/button.tsx";
import { Notice } from "#design/notice.tsx";
import { useAccountWords } from "#features/account/use-account-words.ts";
import { hasPasskeys, makePasskey, passkeyTrouble } from "#features/account/passkey.ts";
import { useSessionChange } from "#features/account/session.ts";
import { usePasskeys } from "#features/account/security/use-passkeys.ts";

/** How the list calls it: by what it was made on. */
function deviceName(): string {
  const found = /iPhone|iPad|Android|Macintosh|Windows|CrOS|Linux/.exec(navigator.userAgent)?.[0];
  const names: Record<string, string> = { Macintosh: "Mac", CrOS: "Chromebook" };
  return found === undefined ? "Passkey" : (names[found] ?? found);
}

type Trouble = { words: string | undefined; isTooLate: boolean };

function useTroubleOf() {
  const t = useTranslations("account");
  const fieldsOf = useFieldProblems();
  const accountWords = useAccountWords();
  return (error: unknown): Trouble => {
    const isTooLate = problemOf(error)?.reason === "auth.sign_in_again";
    if (error instanceof DOMException) return { words: passkeyTrouble(error, t), isTooLate };
    const words = isTooLate
      ? t("signedInLongAgo")
      : fieldsOf(error, () => undefined, accountWords).message;
    return { words, isTooLate };
  };
}

/** Makes a passkey on this device. */
export function AddPasskey() {
  const t = useTranslations("account");
  const troubleOf = useTroubleOf();
  const { client, renew } = usePasskeys();
  const changed = useSessionChange();
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const add = async () => {
    if (isBusy) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      const credential = await makePasskey(await client.passkeys.options.mutate({}));
      await client.passkeys.add.mutate({ credential, name: deviceName() });
      await renew();
    } catch (error) {
      setTrouble(troubleOf(error));
    }
    setBusy(false);
  };
  // This page then asks who is there, and comes back.
  const signInAgain = async () => {
    await client.accounts.signOut.mutate({});
    await changed();
  };
  if (!hasPasskeys()) return <p className="text-quiet">{t("noPasskeys")}</p>;
  return (
    <div className="grid justify-items-start gap-3">
      <div role="alert" className="empty:hidden">
        {trouble?.words === undefined ? null : (
          <Notice
            look="alert"
            action={
              trouble.isTooLate ? (
                <Button look="bare" className="text-small" onClick={() => void signInAgain()}>
                  {t("signInAgain")}
                </Button>
              ) : null
            }
          >
            {trouble.words}
          </Notice>
        )}
      </div>
      <Button look="quiet" aria-disabled={isBusy} onClick={() => void add()}>
        {t(isBusy ? "lookAtDevice" : "addPasskey")}
      </Button>
    </div>
  );
}
