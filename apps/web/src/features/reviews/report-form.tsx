"use client";

import type { Concern } from "@meridian/api/reviews/contract.ts";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { Button } from "#design/button.tsx";
import { SelectField } from "#design/field.tsx";
import { hidden } from "#design/hidden.tsx";
import { concerns, toConcern } from "#features/reviews/choices.ts";

/** Tells the shop that something should not be public. */
export function ReportForm({ id, name }: { id: string; name: string }) {
  const t = useTranslations("reviews");
  const client = useTRPCClient();
  const field = useId();
  const [state, setState] = useState<"open" | "sent" | "failed">("open");
  const [reason, setReason] = useState<Concern>("spam");
  if (state === "sent")
    return (
      <p role="status" className="text-small text-quiet">
        {t("reported")}
      </p>
    );
  const send = async () => {
    try {
      await client.reviews.report.mutate({ contributionId: id, reason });
      setState("sent");
    } catch {
      setState("failed");
    }
  };
  return (
    <details className="text-small open:basis-full">
      <summary className="inline-flex min-h-11 list-none items-center text-quiet underline decoration-1 underline-offset-4 hover:text-action [&::-webkit-details-marker]:hidden">
        <span>{t.rich("report", { name, hidden })}</span>
      </summary>
      <div className="mt-2 grid max-w-sm gap-3 rounded-small bg-sunken p-4">
        <SelectField
          id={field}
          label={t("reportWhy")}
          value={reason}
          onChange={(event) => setReason(toConcern(event.target.value))}
          options={concerns.map((value) => ({ value, label: t(`concerns.${value}`) }))}
        />
        <Button look="raised" onClick={() => void send()}>
          {t("reportSend")}
        </Button>
        <p role="alert" className="text-alert empty:hidden">
          {state === "failed" ? t("notSent") : null}
        </p>
      </div>
    </details>
  );
}
