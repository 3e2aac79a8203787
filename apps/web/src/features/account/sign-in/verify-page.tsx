"use client";

import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { fieldsOf } from "#api/field-problems.ts";
import { problemOf } from "#api/problem.ts";
import { useIsHydrated } from "#browser/use-is-hydrated.ts";
import { Button, ButtonLink } from "#design/button.tsx";
import { FocusedHeading } from "#design/focused-heading.tsx";
import { Notice } from "#design/notice.tsx";
import { accountWords } from "#features/account/account-words.ts";
import { useSessionChange } from "#features/account/session.ts";
import { MailSent } from "#features/account/sign-in/mail-sent.tsx";
import { SendLinkForm } from "#features/account/sign-in/send-link-form.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";

/** Where a mail's link leads. It is a button that confirms, so that whoever scans mails confirms nothing. */
export function VerifyPage() {
  const client = useTRPCClient();
  const changed = useSessionChange();
  const isHydrated = useIsHydrated();
  const [step, setStep] = useState<"ask" | "busy" | "done" | "old">("ask");
  const [message, setMessage] = useState<string>();
  const confirm = async () => {
    if (step === "busy") return;
    setStep("busy");
    setMessage(undefined);
    try {
      const token = new URLSearchParams(window.location.search).get("token") ?? "";
      await client.accounts.verifyEmail.mutate({ token });
      await changed();
      setStep("done");
    } catch (error) {
      const isOld = (problemOf(error)?.status ?? 500) < 500;
      setStep(isOld ? "old" : "ask");
      setMessage(fieldsOf(error, () => undefined, accountWords).message);
    }
  };
  if (step === "done") return <Confirmed />;
  if (step === "old") return <OldLink />;
  return (
    <>
      <h1 className="text-heading">Confirm your address</h1>
      <p className="mt-3 mb-8 text-quiet">One press, and your account is ready.</p>
      <div role="alert" className="mb-4 empty:hidden">
        {message === undefined ? null : <Notice look="alert">{message}</Notice>}
      </div>
      <Button
        className="w-full disabled:opacity-100! sm:w-auto"
        disabled={!isHydrated}
        aria-disabled={step === "busy"}
        onClick={() => void confirm()}
      >
        {step === "busy" ? "One moment…" : "Confirm it"}
      </Button>
    </>
  );
}

function Confirmed() {
  const { count } = useCart();
  return (
    <>
      <FocusedHeading className="text-heading">Your account is ready</FocusedHeading>
      <p className="mt-4 text-lead text-quiet">
        You are signed in
        {count > 0
          ? `, and your bag has come along with ${count === 1 ? "one object" : `${count} objects`}.`
          : "."}
      </p>
      <div className="mt-8 flex flex-wrap gap-3">
        {count > 0 ? <ButtonLink href="/cart">To your bag</ButtonLink> : null}
        <ButtonLink href="/account" look={count > 0 ? "quiet" : "action"}>
          To your account
        </ButtonLink>
      </div>
    </>
  );
}

function OldLink() {
  const [email, setEmail] = useState<string>();
  if (email !== undefined)
    return (
      <MailSent kind="verification" email={email} onBack={() => setEmail(undefined)}>
        <p>
          If <strong className="font-medium wrap-anywhere text-ink">{email}</strong> waits to be
          confirmed, a new link is on its way. It is good for a day.
        </p>
      </MailSent>
    );
  return (
    <>
      <FocusedHeading className="text-heading">This link has done its work</FocusedHeading>
      <p className="mt-3 mb-8 text-quiet">
        It was used already, or is older than a day. Sign in, or have a new one sent.
      </p>
      <ButtonLink href="/account/sign-in" look="quiet" className="mb-8 w-full sm:w-auto">
        Sign in
      </ButtonLink>
      <SendLinkForm kind="verification" email="" onSent={setEmail} />
    </>
  );
}
