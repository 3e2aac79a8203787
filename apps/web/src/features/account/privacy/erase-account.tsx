"use client";

import { localPath } from "#i18n/navigation.ts";
import { useLocale, useTranslations } from "next-intl";
import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { useFieldProblems } from "#api/use-field-problems.ts";
import { ConfirmDialog } from "#design/confirm-dialog.tsx";
import { TextField } from "#design/field.tsx";
import { Trouble } from "#design/trouble.tsx";
import { useSignedIn } from "#features/account/account-frame.tsx";
import { forgetShopper } from "#features/account/forget-shopper.ts";

/** Why it has to wait. */
function useEraseWords() {
  const t = useTranslations("account");
  return ({ reason }: PublicError): { email: string } | string | undefined => {
    if (reason === "accounts.address_differs") return { email: t("addressDiffers") };
    if (reason === "order.not_sent") return t("orderNotSent");
    return reason === "checkout.not_open" ? t("paymentUnderWay") : undefined;
  };
}

/** Erases the account of who types its address. */
export function EraseAccount() {
  const t = useTranslations("account");
  const common = useTranslations("common");
  const fieldsOf = useFieldProblems();
  const refusalWords = useEraseWords();
  const erased = localPath(useLocale(), "/account/erased");
  const client = useTRPCClient();
  const { email: own } = useSignedIn();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [email, setEmail] = useState("");
  const [error, setError] = useState<string>();
  const [message, setMessage] = useState<string>();
  const refuse = (words: string) => {
    setError(words);
    document.getElementById("erase-email")?.focus();
  };
  const erase = async () => {
    if (isBusy) return;
    setError(undefined);
    setMessage(undefined);
    if (email.trim().toLowerCase() !== own) return refuse(t("addressDiffers"));
    setBusy(true);
    try {
      await client.privacy.erase.mutate({ email: email.trim() });
      await forgetShopper();
      // A new page: nothing of what this one knew is left.
      window.location.assign(erased);
    } catch (thrown) {
      const told = fieldsOf<"email">(thrown, () => "email", refusalWords);
      if (told.errors.email !== undefined) refuse(told.errors.email);
      setMessage(told.message);
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      trigger={t("eraseMine")}
      title={t("eraseTitle")}
      confirmLabel={t("eraseForGood")}
      stayLabel={common("keepIt")}
      isBusy={isBusy}
      isOpen={isOpen}
      onOpenChange={setOpen}
      onConfirm={() => void erase()}
    >
      <p className="wrap-anywhere">{t("eraseProof", { email: own })}</p>
      <TextField
        id="erase-email"
        name="email"
        type="email"
        label={t("eraseEmail")}
        autoComplete="off"
        spellCheck={false}
        value={email}
        error={error}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Trouble>{message}</Trouble>
    </ConfirmDialog>
  );
}
