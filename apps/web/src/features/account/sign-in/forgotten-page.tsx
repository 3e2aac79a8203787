"use client";

import { useState } from "react";
import { MailSent } from "#features/account/sign-in/mail-sent.tsx";
import { SendLinkForm } from "#features/account/sign-in/send-link-form.tsx";

/** Whether there is such an account is told by mail alone. */
export function ForgottenPage() {
  const [email, setEmail] = useState("");
  const [isSent, setSent] = useState(false);
  if (isSent)
    return (
      <MailSent kind="passwordReset" email={email} onBack={() => setSent(false)}>
        <p>
          If <strong className="font-medium wrap-anywhere text-ink">{email}</strong> has an account,
          a link is on its way. It is good for an hour.
        </p>
      </MailSent>
    );
  return (
    <>
      <h1 className="text-heading">A new password</h1>
      <p className="mt-3 mb-8 text-quiet">
        We mail you a link that sets one. Your old one stays until then.
      </p>
      <SendLinkForm
        kind="passwordReset"
        email={email}
        onSent={(to) => {
          setEmail(to);
          setSent(true);
        }}
      />
    </>
  );
}
