"use client";

import { ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { hidden } from "#design/hidden.tsx";
import { HelpfulCount } from "#features/reviews/helpful-count.tsx";
import { ReportForm } from "#features/reviews/report-form.tsx";
import { useOwnContributions } from "#features/reviews/use-own-contributions.ts";

export type ReactionsTo = {
  /** Of the review or the answer. */
  id: string;
  /** The product's. */
  handle: string;
  /** Whose it is. */
  name: string;
  helpfulCount: number;
};

type Standing = { helpfulCount: number; isHelpful: boolean };

/** What readers say of what others wrote. Guests see how many found it helpful. */
export function Reactions({ id, handle, name, helpfulCount }: ReactionsTo) {
  const t = useTranslations("reviews");
  const { user, data, items, put } = useOwnContributions(handle);
  const client = useTRPCClient();
  const [told, setTold] = useState<Standing>();
  const [hasFailed, setFailed] = useState(false);
  const known = told ?? { helpfulCount, isHelpful: data?.helpful.includes(id) ?? false };
  const isOwn = items.some((one) => one.id === id);
  if (!user || data === undefined || isOwn)
    return <HelpfulCount helpfulCount={known.helpfulCount} />;
  const toggle = async () => {
    const isHelpful = !known.isHelpful;
    setFailed(false);
    setTold({ isHelpful, helpfulCount: known.helpfulCount + (isHelpful ? 1 : -1) });
    try {
      const { vote, unvote } = client.reviews;
      setTold(await (isHelpful ? vote : unvote).mutate({ contributionId: id }));
      const others = data.helpful.filter((one) => one !== id);
      put({ ...data, helpful: isHelpful ? [...others, id] : others });
    } catch {
      setTold(known);
      setFailed(true);
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-x-5">
      <button
        type="button"
        aria-pressed={known.isHelpful}
        onClick={() => void toggle()}
        className="figures inline-flex min-h-11 items-center gap-2 text-small text-action aria-pressed:font-semibold"
      >
        <ThumbsUp
          aria-hidden="true"
          className={`size-4 ${known.isHelpful ? "fill-current" : ""}`}
        />
        {t.rich("helpful", { count: known.helpfulCount, name, hidden })}
      </button>
      <ReportForm id={id} name={name} />
      <p role="status" className="text-small text-alert empty:hidden">
        {hasFailed ? t("notCounted") : null}
      </p>
    </div>
  );
}
