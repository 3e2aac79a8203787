"use client";

import Link from "next/link";
import { useState } from "react";
import { MailSent } from "#features/account/sign-in/mail-sent.tsx";
import { SignUpForm, type NewAccount } from "#features/account/sign-in/sign-up-form.tsx";

export function SignUpPage() {
  const [typed, setTyped] = useState<NewAccount>({ name: "", email: "", password: "" });
  const [isSent, setSent] = useState(false);
  if (isSent)
    return (
      <MailSent kind="verification" email={typed.email} onBack={() => setSent(false)}>
        <p>
          A link is on its way to{" "}
          <strong className="font-medium wrap-anywhere text-ink">{typed.email}</strong>. Follow it,
          and your account is ready.
        </p>
        <p>Your bag comes along, and so do orders that you made with this address.</p>
      </MailSent>
    );
  return (
    <>
      <h1 className="text-heading">Make an account</h1>
      <p className="mt-3 mb-8 text-quiet">
        Your bag on every device, your orders in one place. You have one?{" "}
        <Link href="/account/sign-in" className="text-action underline underline-offset-4">
          Sign in
        </Link>
      </p>
      <SignUpForm
        initial={typed}
        onSent={(account) => {
          setTyped({ ...account, password: "" });
          setSent(true);
        }}
      />
    </>
  );
}
