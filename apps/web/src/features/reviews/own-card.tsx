"use client";

import type { Contribution } from "@meridian/api/reviews/contract/contributions.ts";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#design/button.tsx";
import { ConfirmDialog } from "#design/confirm-dialog.tsx";
import { Stars } from "#features/reviews/stars.tsx";
import { useOwnContributions } from "#features/reviews/use-own-contributions.ts";

/** Something of one's own and how it stands: only its writer and moderators see this. */
export function OwnCard({
  contribution,
  handle,
  onChange,
}: {
  contribution: Contribution;
  handle: string;
  /** Absent where it is only taken back. */
  onChange?: () => void;
}) {
  const t = useTranslations("reviews");
  const common = useTranslations("common");
  const { client, renew } = useOwnContributions(handle);
  const [isAsking, setAsking] = useState(false);
  const [state, setState] = useState<"still" | "busy" | "failed">("still");
  const { id, version, kind, rating, title, body, language, rejection } = contribution;
  const standing = contribution.state;
  const remove = async () => {
    setState("busy");
    try {
      await client.reviews.remove.mutate({ contributionId: id, expectedVersion: version });
      await renew();
      setAsking(false);
    } catch {
      await renew();
      setState("failed");
    }
  };
  return (
    <div className="grid gap-3 rounded-stage bg-raised p-5">
      <p role="status" className="text-small font-medium">
        {t(`own.${kind}.${standing}`)}
      </p>
      {rejection ? (
        <p className="text-small text-quiet">
          {t(`concerns.${rejection.reason}`)}
          {rejection.note ? `: ${rejection.note}` : null}
        </p>
      ) : null}
      {rating === null ? null : (
        <p>
          <Stars value={rating} />
          <span className="sr-only">{t("starsOf", { stars: rating })}</span>
        </p>
      )}
      {title === null ? null : (
        <p lang={language ?? undefined} className="font-semibold wrap-anywhere">
          {title}
        </p>
      )}
      <p
        lang={language ?? undefined}
        className="text-small wrap-anywhere whitespace-pre-line text-quiet"
      >
        {body}
      </p>
      <div className="flex flex-wrap gap-2.5">
        {onChange ? (
          <Button look="quiet" onClick={onChange}>
            {t("change")}
          </Button>
        ) : null}
        <ConfirmDialog
          trigger={t("remove")}
          title={t("removeTitle")}
          confirmLabel={t("remove")}
          stayLabel={common("keepIt")}
          isBusy={state === "busy"}
          isOpen={isAsking}
          onOpenChange={setAsking}
          onConfirm={() => void remove()}
        >
          <p>{t(`own.${kind}.goes`)}</p>
          <p role="alert" className="text-alert empty:hidden">
            {state === "failed" ? t("notRemoved") : null}
          </p>
        </ConfirmDialog>
      </div>
    </div>
  );
}
