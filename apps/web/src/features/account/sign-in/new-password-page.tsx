"use client";

import Link from "next/link";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { useSaving } from "#api/use-saving.ts";
import { ButtonLink } from "#design/button.tsx";
import { FocusedHeading } from "#design/focused-heading.tsx";
import { Form } from "#design/form.tsx";
import { PasswordField } from "#design/password-field.tsx";
import { useFields } from "#design/use-fields.ts";
import { errorsOf, newPasswordHint, newPasswordProblem } from "#features/account/account-rules.ts";
import { accountWords } from "#features/account/account-words.ts";
import { useSessionChange } from "#features/account/session.ts";

/** Where a mail's link leads that sets a new password. */
export function NewPasswordPage() {
  const client = useTRPCClient();
  const changed = useSessionChange();
  const [isDone, setDone] = useState(false);
  const [isOld, setOld] = useState(false);
  const form = useFields<"password">({
    prefix: "new",
    initial: { password: "" },
    validate: ({ password }) => errorsOf({ password: newPasswordProblem(password) }),
  });
  const saving = useSaving<"password", string>({
    save: async (password) => {
      const token = new URLSearchParams(window.location.search).get("token") ?? "";
      await client.accounts.resetPassword.mutate({ token, password });
      await changed();
      return true;
    },
    onDone: () => setDone(true),
    keyOf: (pointer) => (pointer === "/password" ? "password" : undefined),
    refuse: form.refuse,
    explain: (problem) => {
      setOld(problem.reason === "auth.link_invalid" || problem.errors?.[0]?.pointer === "/token");
      return accountWords(problem);
    },
  });
  if (isDone)
    return (
      <>
        <FocusedHeading className="text-heading">Your password is set</FocusedHeading>
        <p className="mt-3 mb-8 text-quiet">
          Sign in with it from now on. Wherever you were signed in, you are signed out.
        </p>
        <ButtonLink href="/account/sign-in">Sign in</ButtonLink>
      </>
    );
  return (
    <>
      <h1 className="text-heading">Set a new password</h1>
      <p className="mt-3 mb-8 text-quiet">It counts at once, on every device.</p>
      <Form
        label="Set it"
        busyLabel="One moment…"
        onSubmit={form.onSubmit(({ password }) => void saving.submit(password))}
        problems={form.problems}
        failures={form.failures}
        message={
          isOld ? (
            <>
              This link was used already, or is older than an hour.{" "}
              <Link href="/account/forgotten" className="underline underline-offset-4">
                Have a new one sent
              </Link>
            </>
          ) : (
            saving.message
          )
        }
        isSaving={saving.isSaving}
      >
        <PasswordField
          {...form.bind("password")}
          label="New password"
          autoComplete="new-password"
          hint={newPasswordHint}
        />
      </Form>
    </>
  );
}
