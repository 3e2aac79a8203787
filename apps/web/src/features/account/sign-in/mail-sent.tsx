"use client";

import { useLocale, useTranslations } from "next-intl";
import { MailCheck } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { useFieldProblems } from "#api/use-field-problems.ts";
import { Button } from "#design/button.tsx";
import { FocusedHeading } from "#design/focused-heading.tsx";
import { useAccountWords } from "#features/account/use-account-words.ts";

/** A link is on its way; what to do when it does not come. */
export function MailSent({
  kind,
  email,
  level = "h1",
  children,
  onBack,
}: {
  kind: "verification" | "passwordReset";
  email: string;
  level?: "h1" | "h2";
  children: ReactNode;
  /** Absent where there is no other address to use. */
  onBack?: () => void;
}) {
  const t = useTranslations("signIn");
  const common = useTranslations("common");
  const fieldsOf = useFieldProblems();
  const accountWords = useAccountWords();
  const client = useTRPCClient();
  const language = useLocale();
  const [state, setState] = useState<{ isBusy?: boolean; words?: string | undefined }>({});
  const sendAgain = async () => {
    if (state.isBusy) return;
    setState({ isBusy: true });
    const { sendVerification, requestPasswordReset } = client.accounts;
    try {
      await (kind === "verification" ? sendVerification : requestPasswordReset).mutate({
        email,
        language,
      });
      setState({ words: t("sentAgain") });
    } catch (error) {
      setState({ words: fieldsOf(error, () => undefined, accountWords).message });
    }
  };
  return (
    <>
      <MailCheck aria-hidden="true" className="mb-5 size-10 text-quiet" strokeWidth={1.5} />
      <FocusedHeading level={level} className={level === "h1" ? "text-heading" : "text-title"}>
        {t("lookIntoMail")}
      </FocusedHeading>
      <div className={`mt-4 grid gap-3 text-quiet ${level === "h1" ? "text-lead" : "text-small"}`}>
        {children}
      </div>
      <div className="mt-8 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button look="quiet" aria-disabled={state.isBusy} onClick={() => void sendAgain()}>
          {state.isBusy ? common("oneMoment") : t("sendAgain")}
        </Button>
        {onBack ? (
          <Button look="bare" onClick={onBack}>
            {t("otherAddress")}
          </Button>
        ) : null}
      </div>
      <p role="status" className="mt-4 text-small text-quiet">
        {state.words}
      </p>
    </>
  );
}
