"use client";

import type { Order } from "@meridian/api/orders/contract.ts";
import { useState } from "react";
import { Button } from "#design/button.tsx";
import { FocusedHeading } from "#design/focused-heading.tsx";
import { useUser } from "#features/account/session.ts";
import { MailSent } from "#features/account/sign-in/mail-sent.tsx";
import { SignUpForm } from "#features/account/sign-in/sign-up-form.tsx";

/** After the purchase, to a guest: an account with the address of the order, which then holds it. */
export function AccountInvitation({ order }: { order: Order }) {
  const { user } = useUser();
  const [step, setStep] = useState<"invited" | "typing" | "sent">("invited");
  const isErased = order.timeline.some(({ type }) => type === "erased");
  // What somebody begins here is finished here, whoever signs in meanwhile in another tab.
  if (isErased || (user !== null && step === "invited")) return null;
  return (
    <section
      aria-label="Keep it in an account"
      className="no-print rounded-stage bg-raised p-5 sm:p-6"
    >
      {step === "sent" ? (
        <MailSent kind="verification" email={order.email} level="h2">
          <p>
            Follow the link that we sent to{" "}
            <strong className="font-medium wrap-anywhere text-ink">{order.email}</strong>, and this
            order is in your account.
          </p>
        </MailSent>
      ) : step === "typing" ? (
        <>
          <FocusedHeading level="h2" className="text-title">
            Make an account
          </FocusedHeading>
          <p className="mt-2 mb-5 text-small wrap-anywhere text-quiet">For {order.email}.</p>
          <SignUpForm
            initial={{ name: order.shippingAddress.name, email: order.email, password: "" }}
            hasFixedEmail
            onSent={() => setStep("sent")}
          />
        </>
      ) : (
        <>
          <h2 className="text-title">Have it all in one place</h2>
          <p className="mt-2 mb-4 text-small text-quiet">
            With an account this order stays at hand, and the next one fills in itself. A password
            is all that is missing.
          </p>
          <Button look="quiet" onClick={() => setStep("typing")}>
            Make an account
          </Button>
        </>
      )}
    </section>
  );
}
