"use client";

import { useState } from "react";
import { fieldsOf } from "#api/field-problems.ts";
import { ConfirmDialog } from "#design/confirm-dialog.tsx";
import { Notice } from "#design/notice.tsx";
import { accountWords } from "#features/account/account-words.ts";
import { usePasskeys } from "#features/account/security/use-passkeys.ts";

/** Asked first: a passkey that was removed can't be brought back. */
export function RemovePasskey({ passkeyId, name }: { passkeyId: string; name: string }) {
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
      trigger={
        <>
          Remove<span className="sr-only"> {name}</span>
        </>
      }
      title="Remove this passkey?"
      confirmLabel="Remove it"
      stayLabel="Keep it"
      isBusy={isBusy}
      isOpen={isOpen}
      onOpenChange={setOpen}
      onConfirm={() => void remove()}
    >
      <p>It opens your account no more. Your password still does.</p>
      <div role="alert" className="empty:hidden">
        {message === undefined ? null : <Notice look="alert">{message}</Notice>}
      </div>
    </ConfirmDialog>
  );
}
