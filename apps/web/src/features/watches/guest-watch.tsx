"use client";

import { useLocale, useTranslations } from "next-intl";
import { Bell, MailCheck } from "lucide-react";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { useFieldProblems } from "#api/use-field-problems.ts";
import { Button } from "#design/button.tsx";
import { FocusedHeading } from "#design/focused-heading.tsx";
import { Trouble } from "#design/trouble.tsx";
import { EmailForm } from "#features/account/email-form.tsx";
import { useRegion } from "#features/region/region-context.tsx";
import { forgetToken, keptToken } from "#features/watches/kept-tokens.ts";
import { strong } from "#features/watches/strong.tsx";
import { ToldLater } from "#features/watches/told-later.tsx";
import { useWatchWords } from "#features/watches/use-watch-words.ts";

type Step = "offer" | "form" | "sent" | "waiting";

/** A guest says where to; the address has to agree by its mail first. */
export function GuestWatch({ variantId }: { variantId: string }) {
  const t = useTranslations("watch");
  const [step, setStep] = useState<Step>(() => (keptToken(variantId) ? "waiting" : "offer"));
  const [email, setEmail] = useState("");
  if (step === "waiting") return <Waiting variantId={variantId} onEnded={() => setStep("offer")} />;
  if (step === "sent") return <Sent email={email} onOther={() => setStep("form")} />;
  if (step === "offer")
    return (
      <Button className="min-h-14 w-full" onClick={() => setStep("form")}>
        <Bell aria-hidden="true" className="size-5" strokeWidth={1.75} />
        {t("tellMe")}
      </Button>
    );
  return (
    <div className="animate-rise rounded-stage bg-sunken p-5">
      <FocusedHeading level="h2" className="text-title">
        {t("tellMe")}
      </FocusedHeading>
      <p className="mt-1 mb-4 text-small text-quiet">{t("lead")}</p>
      <AddressForm
        variantId={variantId}
        email={email}
        onSent={(to) => {
          setEmail(to);
          setStep("sent");
        }}
      />
    </div>
  );
}

/** It was confirmed in this browser, which can take it back without a mail. */
function Waiting({ variantId, onEnded }: { variantId: string; onEnded: () => void }) {
  const client = useTRPCClient();
  const fieldsOf = useFieldProblems();
  const words = useWatchWords();
  const [{ isBusy, message }, setState] = useState<{ isBusy: boolean; message?: string }>({
    isBusy: false,
  });
  const end = async () => {
    if (isBusy) return;
    setState({ isBusy: true });
    try {
      const token = keptToken(variantId);
      if (token) await client.watches.withdraw.mutate({ token });
      forgetToken(variantId);
      onEnded();
    } catch (error) {
      const told = fieldsOf(error, () => undefined, words).message;
      setState({ isBusy: false, ...(told !== undefined && { message: told }) });
    }
  };
  return (
    <div>
      <ToldLater takesFocus={false} isBusy={isBusy} onUndo={() => void end()} />
      <Trouble className="mt-3">{message}</Trouble>
    </div>
  );
}

function AddressForm({
  variantId,
  email,
  onSent,
}: {
  variantId: string;
  email: string;
  onSent: (email: string) => void;
}) {
  const t = useTranslations("watch");
  const language = useLocale();
  const region = useRegion();
  const explain = useWatchWords();
  const client = useTRPCClient();
  return (
    <EmailForm
      prefix="watch"
      email={email}
      words={{ email: t("email"), send: t("send") }}
      autoComplete="email"
      send={(to) => client.watches.ask.mutate({ variantId, email: to, language, region })}
      onSent={onSent}
      explain={explain}
    />
  );
}

function Sent({ email, onOther }: { email: string; onOther: () => void }) {
  const t = useTranslations("watch");
  return (
    <div className="animate-rise rounded-stage bg-sunken p-5">
      <p role="status" className="flex gap-3">
        <MailCheck
          aria-hidden="true"
          className="mt-0.5 size-6 shrink-0 text-quiet"
          strokeWidth={1.5}
        />
        <span className="min-w-0 wrap-anywhere">{t.rich("sent", { email, b: strong })}</span>
      </p>
      <Button look="bare" className="ml-9 text-small" onClick={onOther}>
        {t("otherAddress")}
      </Button>
    </div>
  );
}
