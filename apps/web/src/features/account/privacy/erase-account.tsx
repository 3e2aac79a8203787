"use client";

import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { fieldsOf } from "#api/field-problems.ts";
import { ConfirmDialog } from "#design/confirm-dialog.tsx";
import { TextField } from "#design/field.tsx";
import { Notice } from "#design/notice.tsx";
import { useSignedIn } from "#features/account/account-frame.tsx";
import { forgetDraft } from "#features/checkout/checkout-draft.ts";

const differs = "This is not your account’s address.";

/** Why it has to wait. */
function refusalWords({ reason }: PublicError): { email: string } | string | undefined {
  if (reason === "accounts.address_differs") return { email: differs };
  if (reason === "order.not_sent")
    return "An order is still to be sent, and needs your address. Wait for it, or cancel it first.";
  return reason === "checkout.not_open"
    ? "A payment is under way. Wait until it has come to an end."
    : undefined;
}

/** Erases the account of who types its address. */
export function EraseAccount() {
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
    if (email.trim().toLowerCase() !== own) return refuse(differs);
    setBusy(true);
    try {
      await client.privacy.erase.mutate({ email: email.trim() });
      forgetDraft();
      // A new page: nothing of what this one knew is left.
      window.location.assign("/account/erased");
    } catch (thrown) {
      const told = fieldsOf<"email">(thrown, () => "email", refusalWords);
      if (told.errors.email !== undefined) refuse(told.errors.email);
      setMessage(told.message);
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      trigger="Erase my account"
      title="Erase all of it?"
      confirmLabel="Erase it for good"
      stayLabel="Keep it"
      isBusy={isBusy}
      isOpen={isOpen}
      onOpenChange={setOpen}
      onConfirm={() => void erase()}
    >
      <p>
        To be sure that it is you, type your address: <span className="wrap-anywhere">{own}</span>
      </p>
      <TextField
        id="erase-email"
        name="email"
        type="email"
        label="Your e-mail address"
        autoComplete="off"
        spellCheck={false}
        value={email}
        error={error}
        onChange={(event) => setEmail(event.target.value)}
      />
      <div role="alert" className="empty:hidden">
        {message === undefined ? null : <Notice look="alert">{message}</Notice>}
      </div>
    </ConfirmDialog>
  );
}
