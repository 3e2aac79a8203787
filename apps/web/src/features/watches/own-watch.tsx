"use client";

import { useLocale, useTranslations } from "next-intl";
import { Bell } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useFieldProblems } from "#api/use-field-problems.ts";
import { Button } from "#design/button.tsx";
import { Trouble } from "#design/trouble.tsx";
import { Skeleton } from "#design/skeleton.tsx";
import { useRegion } from "#features/region/region-context.tsx";
import { ToldLater } from "#features/watches/told-later.tsx";
import { useOwnWatches } from "#features/watches/use-own-watches.ts";
import { useWatchWords } from "#features/watches/use-watch-words.ts";

/** Whose address is confirmed is asked nothing: one click, and one to take it back. */
export function OwnWatch({ variantId }: { variantId: string }) {
  const t = useTranslations("watch");
  const language = useLocale();
  const region = useRegion();
  const fieldsOf = useFieldProblems();
  const words = useWatchWords();
  const { client, data, isTroubled, put } = useOwnWatches();
  const button = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<{ isBusy?: true; hasPressed?: true; message?: string }>({});
  const items = data?.items ?? [];
  const others = items.filter((watch) => watch.variantId !== variantId);
  const isWatching = others.length < items.length;
  const hasPressed = state.hasPressed === true;
  useEffect(() => {
    if (hasPressed && !isWatching) button.current?.focus();
  }, [hasPressed, isWatching]);
  if (data === undefined && !isTroubled) return <Skeleton className="h-14 rounded-stage" />;
  const attempt = async (work: () => Promise<void>) => {
    if (state.isBusy) return;
    setState({ isBusy: true, hasPressed: true });
    try {
      await work();
      setState({ hasPressed: true });
    } catch (error) {
      const { message } = fieldsOf(error, () => undefined, words);
      setState({ hasPressed: true, ...(message !== undefined && { message }) });
    }
  };
  const begin = async () => {
    const watch = await client.watches.setOwn.mutate({ variantId, language, region });
    put({ items: [watch, ...others] });
  };
  const end = async () => {
    await client.watches.removeOwn.mutate({ variantId });
    put({ items: others });
  };
  const isBusy = state.isBusy === true;
  return (
    <div>
      {isWatching ? (
        <ToldLater takesFocus={hasPressed} isBusy={isBusy} onUndo={() => void attempt(end)} />
      ) : (
        <Button
          ref={button}
          className="min-h-14 w-full"
          aria-disabled={isBusy}
          onClick={() => void attempt(begin)}
        >
          <Bell aria-hidden="true" className="size-5" strokeWidth={1.75} />
          {t("tellMe")}
        </Button>
      )}
      <Trouble className="mt-3">{state.message}</Trouble>
    </div>
  );
}
