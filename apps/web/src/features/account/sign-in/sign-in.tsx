"use client";

import Link from "next/link";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { FocusedHeading } from "#design/focused-heading.tsx";
import { useSessionChange } from "#features/account/session.ts";
import { moveToOwnMarket } from "#features/account/sign-in/own-market.ts";
import { MailSent } from "#features/account/sign-in/mail-sent.tsx";
import { SecondStepForm } from "#features/account/sign-in/second-step-form.tsx";
import { SignInForm, type Credentials } from "#features/account/sign-in/sign-in-form.tsx";
import { useRegion } from "#features/region/region-context.tsx";

type Step = "password" | "code" | "late" | "unconfirmed";

const nothingTyped: Credentials = { email: "", password: "" };

/** The whole way in, at one place. Who is signed in is told by the session: what stands around it shows what comes then. */
export function SignIn({ title = "Welcome back" }: { title?: string }) {
  const client = useTRPCClient();
  const region = useRegion();
  const changed = useSessionChange();
  const [step, setStep] = useState<Step>("password");
  const [typed, setTyped] = useState(nothingTyped);
  /** Another form for the next one: a page that was left is kept as it was, and may be seen by somebody else. */
  const [visits, setVisits] = useState(0);
  const onSignedIn = async () => {
    if (await moveToOwnMarket(client, region)) return;
    await changed();
    setTyped(nothingTyped);
    setStep("password");
    setVisits(visits + 1);
  };
  const turn = (next: Step) => (credentials: Credentials) => {
    setTyped(credentials);
    setStep(next);
  };

  if (step === "unconfirmed")
    return (
      <MailSent kind="verification" email={typed.email} onBack={() => setStep("password")}>
        <p>
          <strong className="font-medium wrap-anywhere text-ink">{typed.email}</strong> is not
          confirmed yet. Follow the link that we sent when you signed up.
        </p>
      </MailSent>
    );
  if (step === "code")
    return (
      <>
        <FocusedHeading className="mb-8 text-heading">Your code</FocusedHeading>
        <SecondStepForm onSignedIn={onSignedIn} onTooLate={() => setStep("late")} />
      </>
    );
  return (
    <>
      <h1 className="text-heading">{title}</h1>
      <p className="mt-3 mb-8 text-quiet">
        New here?{" "}
        <Link href="/account/sign-up" className="text-action underline underline-offset-4">
          Make an account
        </Link>
      </p>
      <SignInForm
        key={visits}
        initial={typed}
        message={step === "late" ? "That took too long. Begin with the password again." : undefined}
        onSignedIn={onSignedIn}
        onSecondStep={turn("code")}
        onUnconfirmed={turn("unconfirmed")}
      />
    </>
  );
}
