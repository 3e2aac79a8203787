"use client";

import { hidden } from "#design/hidden.tsx";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldProblems } from "#api/use-field-problems.ts";
import { ConfirmDialog } from "#design/confirm-dialog.tsx";
import { Trouble } from "#design/trouble.tsx";
import { useAccountWords } from "#features/account/use-account-words.ts";
import { usePasskeys } from "#features/account/security/use-passkeys.ts";

/** Asked first: a passkey that was removed can't be brought back. */
export function RemovePasskey({ passkeyId, name }: { passkeyId: string; name: string }) {
  const t = useTranslations("account");
  const common = useTranslations("common");
  const fieldsOf = useFieldProblems();
  const accountWords = useAccountWords();
  const { client, renew } = usePasskeys();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [message, setMessage] = useState<string>();
  const remove = async () => {
    if (isBusy) return;
    setBusy(true);
    setMessage(undefined);
    try {
      await client.passkeys.remove.mutate({ passkeyId });
      setOpen(false);
      await renew();
    } catch (error) {
      setMessage(fieldsOf(error, () => undefined, accountWords).message);
    }
    setBusy(false);
  };
  return (
    <ConfirmDialog
      trigger={t.rich("remove", { what: name, hidden })}
      title={t("removePasskey")}
      confirmLabel={t("removeIt")}
      stayLabel={common("keepIt")}
      isBusy={isBusy}
      isOpen={isOpen}
      onOpenChange={setOpen}
      onConfirm={() => void remove()}
    >
      <p>{t("removePasskeyLead")}</p>
      <Trouble>{message}</Trouble>
    </ConfirmDialog>
  );
}
