"use client";

import { useTranslations } from "next-intl";
import type { Refusal } from "#features/cart/local-state.ts";
import { useRefusalWords } from "#features/cart/use-refusal-words.ts";
import { Link } from "#i18n/navigation.ts";

/** Where something is put into the bag from: why it did not go in. */
export function RefusedAdd({ refusal }: { refusal: Refusal }) {
  const t = useTranslations("bag");
  const refusalWords = useRefusalWords();
  return (
    <p className="font-medium text-alert">
      {refusalWords(refusal)}
      {typeof refusal.details["drop"] === "string" ? (
        <>
          {" "}
          <Link
            href={`/drops/${refusal.details["drop"]}`}
            className="tap text-action underline underline-offset-4"
          >
            {t("toDrop")}
          </Link>
        </>
      ) : null}
    </p>
  );
}
