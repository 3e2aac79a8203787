"use client";

import type { Concern } from "@meridian/api/reviews/contract.ts";
import type { Decision, QueuedContribution } from "@meridian/api/reviews/contract/moderation.ts";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { problemOf } from "#api/problem.ts";
import { useTRPCClient } from "#api/browser.tsx";
import { Button } from "#design/button.tsx";
import { SelectField, TextField } from "#design/field.tsx";
import { Link } from "#i18n/navigation.ts";
import { Byline } from "#features/reviews/byline.tsx";
import { Stars } from "#features/reviews/stars.tsx";
import { concerns, toConcern } from "#features/reviews/choices.ts";

/** One that waits, and the two ways to decide. What is decided on is what is shown. */
export function QueuedItem({
  item,
  onDecided,
}: {
  item: QueuedContribution;
  /** With what there is to say of it. */
  onDecided: (words: string) => void;
}) {
  const t = useTranslations("reviews.moderation");
  const reviews = useTranslations("reviews");
  const client = useTRPCClient();
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const { id, kind, version, product, question, rating, title, body, reports } = item;
  const decide = async (decision: Decision) => {
    if (isBusy) return;
    setBusy(true);
    setFailed(false);
    try {
      const { decide: send } = client.reviews;
      await send.mutate({ contributionId: id, decision, expectedVersion: version });
      onDecided(t(decision.type === "publish" ? "published" : "rejected"));
    } catch (error) {
      setBusy(false);
      const status = problemOf(error)?.status;
      // It was changed, or decided on by somebody else: what is there now is read anew.
      if (status === 412 || status === 404) onDecided(t("changed"));
      else setFailed(true);
    }
  };
  return (
    <article
      aria-labelledby={`${id}-about`}
      className="grid gap-3 rounded-stage bg-raised p-5 sm:p-6"
    >
      <h2 id={`${id}-about`} className="font-text text-small font-medium text-quiet">
        {t(`kinds.${kind}`)}{" "}
        <Link href={`/products/${product.handle}`} className="text-action underline">
          {product.title}
        </Link>
      </h2>
      {question ? <p className="text-small text-quiet">{question.body}</p> : null}
      {rating === null ? null : (
        <p>
          <Stars value={rating} />
          <span className="sr-only">{reviews("starsOf", { stars: rating })}</span>
        </p>
      )}
      {title === null ? null : (
        <p lang={item.language ?? undefined} className="font-semibold wrap-anywhere">
          {title}
        </p>
      )}
      <p
        lang={item.language ?? undefined}
        className="max-w-prose wrap-anywhere whitespace-pre-line"
      >
        {body}
      </p>
      <Byline
        name={item.displayName}
        at={item.updatedAt}
        mark={item.isVerified ? reviews("verified") : undefined}
      />
      {reports.length > 0 ? (
        <p className="text-small text-alert">
          {t("reported", {
            count: reports.length,
            reasons: [...new Set(reports)].map((one) => reviews(`concerns.${one}`)).join(", "),
          })}
        </p>
      ) : null}
      <Decide isBusy={isBusy} isPublic={item.state === "published"} onDecide={decide} />
      <p role="alert" className="text-small text-alert empty:hidden">
        {hasFailed ? reviews("notSent") : null}
      </p>
    </article>
  );
}

function Decide({
  isBusy,
  isPublic,
  onDecide,
}: {
  isBusy: boolean;
  isPublic: boolean;
  onDecide: (decision: Decision) => Promise<void>;
}) {
  const t = useTranslations("reviews.moderation");
  const reviews = useTranslations("reviews");
  const field = useId();
  const [isRejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState<Concern>("spam");
  const [note, setNote] = useState("");
  return (
    <div className="grid gap-4">
      {isRejecting ? (
        <div className="grid max-w-xl gap-3">
          <SelectField
            id={`${field}-reason`}
            label={t("reason")}
            value={reason}
            onChange={(event) => setReason(toConcern(event.target.value))}
            options={concerns.map((value) => ({
              value,
              label: reviews(`concerns.${value}`),
            }))}
          />
          <TextField
            id={`${field}-note`}
            label={t("note")}
            isOptional
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2.5">
        {isRejecting ? (
          <Button
            aria-disabled={isBusy}
            onClick={() => {
              const words = note.trim();
              void onDecide({ type: "reject", reason, ...(words && { note: words }) });
            }}
          >
            {t("rejectIt")}
          </Button>
        ) : (
          <Button aria-disabled={isBusy} onClick={() => void onDecide({ type: "publish" })}>
            {t(isPublic ? "leavePublic" : "publish")}
          </Button>
        )}
        <Button look="quiet" onClick={() => setRejecting(!isRejecting)}>
          {isRejecting ? t("notReject") : t("reject")}
        </Button>
      </div>
    </div>
  );
}
