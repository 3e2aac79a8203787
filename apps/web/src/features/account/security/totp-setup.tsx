"use client";

import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { useQuery } from "@tanstack/react-query";
import { useTRPCClient } from "#api/browser.tsx";
import { useSaving } from "#api/use-saving.ts";
import { Button } from "#design/button.tsx";
import { TextField } from "#design/field.tsx";
import { FocusedHeading } from "#design/focused-heading.tsx";
import { Form } from "#design/form.tsx";
import { Skeleton } from "#design/skeleton.tsx";
import { useFields } from "#design/use-fields.ts";
import { useAccountWords } from "#features/account/use-account-words.ts";

const key = (words: ReactNode) => (
  <code className="figures font-text wrap-anywhere text-ink">{words}</code>
);

/** `JBSW Y3DP …`: what can't be scanned is typed. */
function secretText(uri: string): string {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return secret.match(/.{1,4}/g)?.join(" ") ?? "";
}

/** Shows the app its secret, and has it prove that it knows it. */
export function TotpSetup({
  uri,
  onConfirmed,
  onLeave,
}: {
  uri: string;
  onConfirmed: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations("account");
  const common = useTranslations("common");
  const rules = useTranslations("rules");
  const accountWords = useAccountWords();
  const client = useTRPCClient();
  const form = useFields<"code">({
    prefix: "totp",
    initial: { code: "" },
    validate: ({ code }) => (/^\d{6}$/.test(code.trim()) ? {} : { code: rules("sixDigits") }),
  });
  const saving = useSaving<"code", string>({
    save: async (code) => {
      await client.totp.confirm.mutate({ code });
      return true;
    },
    onDone: onConfirmed,
    keyOf: (pointer) => (pointer === "/code" ? "code" : undefined),
    refuse: form.refuse,
    explain: (problem) => {
      const words = accountWords(problem);
      return problem.reason === "auth.code_invalid" ? { code: words } : words;
    },
  });
  return (
    <div className="grid gap-x-8 gap-y-6 sm:grid-cols-[auto_minmax(0,1fr)]">
      <QrCode text={uri} />
      <div className="grid content-start gap-5">
        <div>
          <FocusedHeading level="h3" className="font-text text-body font-semibold tracking-normal">
            {t("scan")}
          </FocusedHeading>
          <p className="mt-1 text-small text-quiet">
            {t.rich("typeKey", { secret: secretText(uri), key })}
          </p>
        </div>
        <Form
          label={t("turnOn")}
          busyLabel={common("oneMoment")}
          onSubmit={form.onSubmit(({ code }) => void saving.submit(code.trim()))}
          fields={form}
          saving={saving}
          aside={
            <Button look="bare" className="text-small" onClick={onLeave}>
              {common("leaveIt")}
            </Button>
          }
        >
          <TextField
            {...form.bind("code")}
            label={t("sixDigitsShown")}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={6}
            className="figures"
          />
        </Form>
      </div>
    </div>
  );
}

/** Black on white in both themes: cameras want it so. */
function QrCode({ text }: { text: string }) {
  const t = useTranslations("account");
  // Loaded where it is needed: few ever come here.
  const { data: svg } = useQuery({
    queryKey: ["qr", text],
    queryFn: async () => (await import("qr")).encodeQR(text, "svg", { border: 2 }),
    staleTime: Infinity,
    gcTime: 0,
  });
  return svg === undefined ? (
    <Skeleton className="size-52 rounded-stage" />
  ) : (
    <img
      src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
      alt={t("qr")}
      className="size-52 rounded-stage bg-white p-2"
    />
  );
}
