"use client";

import { useTranslations } from "next-intl";
import { KeyRound } from "lucide-react";
import { Link } from "#i18n/navigation.ts";
import { useTRPCClient } from "#api/browser.tsx";
import { useSaving } from "#api/use-saving.ts";
import { Button } from "#design/button.tsx";
import { TextField } from "#design/field.tsx";
import { Form } from "#design/form.tsx";
import { PasswordField } from "#design/password-field.tsx";
import { useFields } from "#design/use-fields.ts";
import { emailProblem } from "#features/account/account-rules.ts";
import { useAccountWords } from "#features/account/use-account-words.ts";
import { usePasskeySignIn } from "#features/account/sign-in/use-passkey-sign-in.ts";

type Field = "email" | "password";
export type Credentials = Record<Field, string>;

/** The password, or a passkey, which is enough by itself. */
export function SignInForm({
  initial,
  message,
  onSignedIn,
  onSecondStep,
  onUnconfirmed,
}: {
  initial: Credentials;
  /** Why one is here again. */
  message?: string | undefined;
  onSignedIn: () => Promise<void>;
  /** The password was right, and a code is asked for. */
  onSecondStep: (typed: Credentials) => void;
  /** The address was never confirmed. */
  onUnconfirmed: (typed: Credentials) => void;
}) {
  const t = useTranslations("signIn");
  const common = useTranslations("common");
  const account = useTranslations("account");
  const rules = useTranslations("rules");
  const accountWords = useAccountWords();
  const client = useTRPCClient();
  const form = useFields<Field>({
    prefix: "sign-in",
    initial,
    validate: ({ email, password }) => ({
      email: emailProblem(email, rules),
      password: password === "" ? rules("password") : undefined,
    }),
  });
  const saving = useSaving<Field, Credentials>({
    save: async (typed) => {
      const { needs } = await client.accounts.signIn.mutate(typed);
      if (needs === "totp") onSecondStep(typed);
      else await onSignedIn();
      return true;
    },
    onDone: () => undefined,
    keyOf: (pointer) => (pointer === "/email" ? "email" : undefined),
    refuse: form.refuse,
    explain: (problem) => {
      if (problem.reason === "auth.email_not_verified") {
        onUnconfirmed(form.values);
        return {};
      }
      const words = accountWords(problem);
      return problem.reason === "auth.credentials_invalid" ? { password: words } : words;
    },
  });
  const passkey = usePasskeySignIn(onSignedIn);
  return (
    <>
      <Form
        label={t("title")}
        busyLabel={common("oneMoment")}
        onSubmit={form.onSubmit(
          ({ email, password }) => void saving.submit({ email: email.trim(), password }),
        )}
        fields={form}
        message={saving.message ?? passkey.message ?? message}
        saving={saving}
        aside={
          <Link
            href="/account/forgotten"
            className="inline-flex min-h-11 items-center text-small text-action underline underline-offset-4"
          >
            {t("forgot")}
          </Link>
        }
      >
        <TextField
          {...form.bind("email")}
          label={t("email")}
          type="email"
          inputMode="email"
          autoComplete="username webauthn"
          spellCheck={false}
        />
        <PasswordField
          {...form.bind("password")}
          label={t("password")}
          autoComplete="current-password webauthn"
        />
      </Form>
      {passkey.isPossible ? (
        <Button
          look="quiet"
          className="mt-6 w-full"
          aria-disabled={passkey.isBusy}
          onClick={() => void passkey.start()}
        >
          <KeyRound aria-hidden="true" className="size-5" strokeWidth={1.75} />
          {passkey.isBusy ? account("lookAtDevice") : t("withPasskey")}
        </Button>
      ) : null}
    </>
  );
}
