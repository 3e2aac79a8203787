"use client";

import { useLocale, useTranslations } from "next-intl";
import { Bell, MailCheck } from "lucide-react";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { useSaving } from "#api/use-saving.ts";
import { Button } from "#design/button.tsx";
import { TextField } from "#design/field.tsx";
import { FocusedHeading } from "#design/focused-heading.tsx";
import { Form } from "#design/form.tsx";
import { useFields } from "#design/use-fields.ts";
import { emailProblem, errorsOf } from "#features/account/account-rules.ts";
import { useRegion } from "#features/region/region-context.tsx";
import { forgetToken, keptToken } from "#features/watches/kept-tokens.ts";
import { strong } from "#features/watches/strong.tsx";
import { ToldLater } from "#features/watches/told-later.tsx";
import { useWatchWords } from "#features/watches/use-watch-words.ts";

type Step = "offer" | "form" | "sent" | "waiting";

/** A guest says where to; the address has to agree by its mail first. */
export function GuestWatch({ variantId }: { variantId: string }) {
  const t = useTranslations("watch");
  const client = useTRPCClient();
  const [step, setStep] = useState<Step>(() => (keptToken(variantId) ? "waiting" : "offer"));
  const [email, setEmail] = useState("");
  const undo = async () => {
    const token = keptToken(variantId);
    if (token) await client.watches.withdraw.mutate({ token });
    forgetToken(variantId);
    setStep("offer");
  };
  if (step === "waiting")
    return <ToldLater takesFocus={false} isBusy={false} onUndo={() => void undo()} />;
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
  const common = useTranslations("common");
  const rules = useTranslations("rules");
  const language = useLocale();
  const region = useRegion();
  const words = useWatchWords();
  const client = useTRPCClient();
  const form = useFields<"email">({
    prefix: "watch",
    initial: { email },
    validate: (typed) => errorsOf({ email: emailProblem(typed.email, rules) }),
  });
  const saving = useSaving<"email", string>({
    save: async (to) => {
      await client.watches.ask.mutate({ variantId, email: to, language, region });
      onSent(to);
      return true;
    },
    onDone: () => undefined,
    keyOf: (pointer) => (pointer === "/email" ? "email" : undefined),
    refuse: form.refuse,
    explain: words,
  });
  return (
    <Form
      label={t("send")}
      busyLabel={common("oneMoment")}
      onSubmit={form.onSubmit((typed) => void saving.submit(typed.email.trim()))}
      problems={form.problems}
      failures={form.failures}
      message={saving.message}
      isSaving={saving.isSaving}
    >
      <TextField
        {...form.bind("email")}
        label={t("email")}
        type="email"
        inputMode="email"
        autoComplete="email"
        spellCheck={false}
      />
    </Form>
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
