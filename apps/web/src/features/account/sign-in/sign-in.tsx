"use client";

import { addressInText } from "#features/account/sign-in/address-in-text.tsx";
import { useTranslations } from "next-intl";
import { Link } from "#i18n/navigation.ts";
import { useState, type ReactNode } from "react";
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

const link = (words: ReactNode) => (
  <Link href="/account/sign-up" className="text-action underline underline-offset-4">
    {words}
  </Link>
);

/** The whole way in, at one place. Who is signed in is told by the session: what stands around it shows what comes then. */
export function SignIn({ title }: { title?: string }) {
  const t = useTranslations("signIn");
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
        <p>{t.rich("unconfirmed", { email: typed.email, b: addressInText })}</p>
      </MailSent>
    );
  if (step === "code")
    return (
      <>
        <FocusedHeading className="mb-8 text-heading">{t("yourCode")}</FocusedHeading>
        <SecondStepForm onSignedIn={onSignedIn} onTooLate={() => setStep("late")} />
      </>
    );
  return (
    <>
      <h1 className="text-heading">{title ?? t("welcome")}</h1>
      <p className="mt-3 mb-8 text-quiet">
        {t.rich("newHere", {
          link,
        })}
      </p>
      <SignInForm
        key={visits}
        initial={typed}
        message={step === "late" ? t("tooLate") : undefined}
        onSignedIn={onSignedIn}
        onSecondStep={turn("code")}
        onUnconfirmed={turn("unconfirmed")}
      />
    </>
  );
}
