"use client";

import { addressInText } from "#features/account/sign-in/address-in-text.tsx";
import { useTranslations } from "next-intl";
import type { Order } from "@meridian/api/orders/contract.ts";
import { useState } from "react";
import { Button } from "#design/button.tsx";
import { FocusedHeading } from "#design/focused-heading.tsx";
import { useUser } from "#features/account/session.ts";
import { MailSent } from "#features/account/sign-in/mail-sent.tsx";
import { SignUpForm } from "#features/account/sign-in/sign-up-form.tsx";

/** After the purchase, to a guest: an account with the address of the order, which then holds it. */
export function AccountInvitation({ order }: { order: Order }) {
  const t = useTranslations("order");
  const { user } = useUser();
  const [step, setStep] = useState<"invited" | "typing" | "sent">("invited");
  const isErased = order.timeline.some(({ type }) => type === "erased");
  // What somebody begins here is finished here, whoever signs in meanwhile in another tab.
  if (isErased || (user !== null && step === "invited")) return null;
  return (
    <section
      aria-label={t("keepInAccount")}
      className="no-print rounded-stage bg-raised p-5 sm:p-6"
    >
      {step === "sent" ? (
        <MailSent kind="verification" email={order.email} level="h2">
          <p>{t.rich("confirmSent", { email: order.email, b: addressInText })}</p>
        </MailSent>
      ) : step === "typing" ? (
        <>
          <FocusedHeading level="h2" className="text-title">
            {t("makeAccount")}
          </FocusedHeading>
          <p className="mt-2 mb-5 text-small wrap-anywhere text-quiet">
            {t("accountFor", { email: order.email })}
          </p>
          <SignUpForm
            initial={{ name: order.shippingAddress.name, email: order.email, password: "" }}
            hasFixedEmail
            onSent={() => setStep("sent")}
          />
        </>
      ) : (
        <>
          <h2 className="text-title">{t("inviteTitle")}</h2>
          <p className="mt-2 mb-4 text-small text-quiet">{t("inviteLead")}</p>
          <Button look="quiet" onClick={() => setStep("typing")}>
            {t("makeAccount")}
          </Button>
        </>
      )}
    </section>
  );
}
