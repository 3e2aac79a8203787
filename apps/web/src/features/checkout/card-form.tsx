"use client";

import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { CreditCard, FlaskConical } from "lucide-react";
import { TextField } from "#design/field.tsx";
import type { useFields } from "#design/use-fields.ts";
import { sampleCard, testCards, type CardField } from "#features/checkout/card-rules.ts";

export type CardFields = ReturnType<typeof useFields<CardField>>;

const strong = (words: ReactNode) => <strong className="font-semibold">{words}</strong>;

/** The cards that this shop takes, to be filled in by a press. */
function TestCards({ card }: { card: CardFields }) {
  const t = useTranslations("checkout");
  const fill = (number: string) => {
    card.set("number", number);
    for (const field of ["expiry", "code", "holder"] as const) {
      if (card.values[field] === "") card.set(field, sampleCard[field]);
    }
  };
  return (
    <aside className="rounded-small bg-sunken p-4 text-small">
      <p className="flex items-start gap-2">
        <FlaskConical aria-hidden="true" className="mt-1 size-4 shrink-0" />
        <span>{t.rich("testShop", { strong })}</span>
      </p>
      <ul className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(12.5rem,1fr))] gap-x-4">
        {testCards.map(({ number, token }) => (
          <li key={number}>
            <button
              type="button"
              onClick={() => fill(number)}
              className="grid min-h-11 w-full content-center rounded-small px-2 py-1.5 text-left leading-snug hover:bg-rule"
            >
              <span className="figures whitespace-nowrap text-action underline underline-offset-4">
                {number}
              </span>
              <span className="text-quiet">{t(`cards.${token}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** The built-in provider's card form. What is typed here stays in the browser. */
export function CardForm({ card }: { card: CardFields }) {
  const t = useTranslations("checkout");
  return (
    <>
      <TestCards card={card} />
      <TextField
        {...card.bind("number")}
        label={t("cardNumber")}
        inputMode="numeric"
        autoComplete="cc-number"
        spellCheck={false}
        maxLength={23}
        className="figures tracking-wide"
        hint={
          <span className="inline-flex items-center gap-1.5">
            <CreditCard aria-hidden="true" className="size-4 shrink-0" />
            {t("cardHint")}
          </span>
        }
      />
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-3 sm:grid-cols-2 sm:gap-4">
        <TextField
          {...card.bind("expiry")}
          label={t("expires")}
          placeholder={t("expiryFormat")}
          inputMode="numeric"
          autoComplete="cc-exp"
          className="figures"
        />
        <TextField
          {...card.bind("code")}
          label={t("securityCode")}
          inputMode="numeric"
          autoComplete="cc-csc"
          maxLength={4}
          className="figures"
        />
      </div>
      <TextField {...card.bind("holder")} label={t("holder")} autoComplete="cc-name" />
    </>
  );
}
