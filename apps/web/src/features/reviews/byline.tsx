import { BadgeCheck } from "lucide-react";
import { usePublishedText } from "#features/reviews/use-published-text.ts";

/** Who wrote it, when, and what is known of them. */
export function Byline({
  name,
  at,
  mark,
}: {
  name: string;
  at: string;
  mark?: string | undefined;
}) {
  const published = usePublishedText();
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-caption text-quiet">
      <span className="font-medium wrap-anywhere text-ink">{name}</span>
      <time dateTime={at}>{published(at)}</time>
      {mark ? (
        <span className="inline-flex items-center gap-1">
          <BadgeCheck aria-hidden="true" className="size-4" />
          {mark}
        </span>
      ) : null}
    </p>
  );
}
