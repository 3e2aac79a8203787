"use client";

import type { Wishlist } from "@meridian/api/wishlist/contract.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { Button } from "#design/button.tsx";
import { newer } from "#features/live/live-cache.ts";
import { wishlistKey } from "#features/wishlist/use-wishes.ts";
import { localPath } from "#i18n/navigation.ts";

/** A link that lets others read the list; it can be taken back. */
export function ShareList({ list: { share } }: { list: Wishlist }) {
  const t = useTranslations("wishlist");
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const locale = useLocale();
  const title = useId();
  const field = useRef<HTMLInputElement>(null);
  const [word, setWord] = useState("");
  const [isBusy, setBusy] = useState(false);
  const change = async (act: "share" | "unshare") => {
    if (isBusy) return;
    setBusy(true);
    try {
      const next = await client.wishlist[act].mutate({});
      queryClient.setQueryData<Wishlist>(wishlistKey, newer(next));
      setWord(act === "unshare" ? t("revoked") : "");
    } catch {
      setWord(t("failed"));
    }
    setBusy(false);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(field.current?.value ?? "");
      setWord(t("copied"));
    } catch {
      // A page without TLS may not write to the clipboard: what is marked can be copied by hand.
      field.current?.select();
    }
  };
  return (
    <section aria-labelledby={title} className="mt-16 max-w-2xl rounded-stage bg-raised p-5 sm:p-7">
      <h2 id={title} className="text-title">
        {t("share")}
      </h2>
      <p className="mt-2 max-w-prose text-quiet">{t("shareLead")}</p>
      {share ? (
        <input
          ref={field}
          readOnly
          aria-label={t("link")}
          value={location.origin + localPath(locale, `/wishlist/${share.token}`)}
          onFocus={(event) => event.currentTarget.select()}
          className="mt-5 min-h-11 w-full rounded-small bg-sunken px-3 text-small"
        />
      ) : null}
      <div className="mt-5 flex flex-wrap items-center gap-3">
        {share ? (
          <>
            <Button onClick={() => void copy()}>{t("copy")}</Button>
            <Button look="quiet" aria-disabled={isBusy} onClick={() => void change("unshare")}>
              {t("revoke")}
            </Button>
          </>
        ) : (
          <Button look="quiet" aria-disabled={isBusy} onClick={() => void change("share")}>
            {t("makeLink")}
          </Button>
        )}
        <p role="status" className="text-small text-quiet">
          {word}
        </p>
      </div>
    </section>
  );
}
