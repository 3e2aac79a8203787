"use client";

import { addressInText } from "#features/account/sign-in/address-in-text.tsx";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { useFieldProblems } from "#api/use-field-problems.ts";
import { problemOf } from "#api/problem.ts";
import { useIsHydrated } from "#browser/use-is-hydrated.ts";
import { Button, ButtonLink } from "#design/button.tsx";
import { FocusedHeading } from "#design/focused-heading.tsx";
import { Trouble } from "#design/trouble.tsx";
import { useAccountWords } from "#features/account/use-account-words.ts";
import { useSessionChange } from "#features/account/session.ts";
import { MailSent } from "#features/account/sign-in/mail-sent.tsx";
import { SendLinkForm } from "#features/account/sign-in/send-link-form.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";

/** Where a mail's link leads. It is a button that confirms, so that whoever scans mails confirms nothing. */
export function VerifyPage() {
  const t = useTranslations("signIn");
  const common = useTranslations("common");
  const fieldsOf = useFieldProblems();
  const accountWords = useAccountWords();
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
      <h1 className="text-heading">{t("confirmTitle")}</h1>
      <p className="mt-3 mb-8 text-quiet">{t("confirmLead")}</p>
      <Trouble className="mb-4">{message}</Trouble>
      <Button
        className="w-full disabled:opacity-100! sm:w-auto"
        disabled={!isHydrated}
        aria-disabled={step === "busy"}
        onClick={() => void confirm()}
      >
        {step === "busy" ? common("oneMoment") : t("confirmIt")}
      </Button>
    </>
  );
}

function Confirmed() {
  const t = useTranslations("signIn");
  const common = useTranslations("common");
  const { count } = useCart();
  return (
    <>
      <FocusedHeading className="text-heading">{t("ready")}</FocusedHeading>
      <p className="mt-4 text-lead text-quiet">
        {count > 0 ? t("signedInWithBag", { count }) : t("signedIn")}
      </p>
      <div className="mt-8 flex flex-wrap gap-3">
        {count > 0 ? <ButtonLink href="/cart">{common("toBag")}</ButtonLink> : null}
        <ButtonLink href="/account" look={count > 0 ? "quiet" : "action"}>
          {t("toAccount")}
        </ButtonLink>
      </div>
    </>
  );
}

function OldLink() {
  const t = useTranslations("signIn");
  const [email, setEmail] = useState<string>();
  if (email !== undefined)
    return (
      <MailSent kind="verification" email={email} onBack={() => setEmail(undefined)}>
        <p>{t.rich("verifyAgain", { email, b: addressInText })}</p>
      </MailSent>
    );
  return (
    <>
      <FocusedHeading className="text-heading">{t("doneTitle")}</FocusedHeading>
      <p className="mt-3 mb-8 text-quiet">{t("doneLead")}</p>
      <ButtonLink href="/account/sign-in" look="quiet" className="mb-8 w-full sm:w-auto">
        {t("title")}
      </ButtonLink>
      <SendLinkForm kind="verification" email="" onSent={setEmail} />
    </>
  );
}
