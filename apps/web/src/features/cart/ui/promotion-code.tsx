"use client";

import { useTranslations } from "next-intl";
import type { CartPromotion } from "@meridian/api/cart/contract.ts";
import { Tag } from "lucide-react";
import { useId, useState, useTransition, type SubmitEvent } from "react";
import { Button } from "#design/button.tsx";
import { TextField } from "#design/field.tsx";
import { Notice } from "#design/notice.tsx";
import { useCart } from "#features/cart/cart-provider.tsx";
import type { CodeAnswer } from "#features/cart/change-code.ts";
import { hidden } from "#design/hidden.tsx";
import { usePromotionWords } from "#features/cart/use-promotion-words.ts";

/** The bag's code: entered here, shown here, and why it does not count when it does not. */
export function PromotionCode() {
  const { cart } = useCart();
  const t = useTranslations("bag.code");
  const [isEntering, setEntering] = useState(false);
  /** What had the focus is gone: what came in its place takes it. */
  const [takesFocus, setTakesFocus] = useState(false);
  const own = cart.promotions.find(({ code }) => code !== null);
  const turn = (next: boolean) => {
    setTakesFocus(true);
    setEntering(next);
  };
  if (cart.lines.length === 0) return null;
  return (
    <div role="group" aria-label={t("label")}>
      {own ? (
        <OwnCode
          promotion={own}
          takeFocus={takesFocus ? takeFocus : undefined}
          onRemoved={() => turn(false)}
        />
      ) : isEntering ? (
        <CodeForm onUsed={() => turn(false)} />
      ) : (
        <Button
          look="bare"
          className="text-small"
          ref={takesFocus ? takeFocus : undefined}
          onClick={() => turn(true)}
        >
          <Tag aria-hidden="true" className="size-4" />
          {t("enter")}
        </Button>
      )}
    </div>
  );
}

function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

function CodeForm({ onUsed }: { onUsed: () => void }) {
  const t = useTranslations("bag.code");
  const refusalOf = useRefusalOf();
  const id = useId();
  const { changeCode, isSaving } = useCart();
  const [error, setError] = useState<string>();
  const [isSending, send] = useTransition();

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem("code") as HTMLInputElement;
    const refuse = (words: string) => {
      setError(words);
      field.focus();
    };
    const code = field.value.trim();
    if (code === "") return refuse(t("missing"));
    send(async () => {
      const words = refusalOf(await changeCode({ type: "set", code }));
      if (words === undefined) onUsed();
      else refuse(words);
    });
  };

  return (
    <form noValidate onSubmit={submit}>
      <TextField
        id={id}
        ref={takeFocus}
        name="code"
        label={t("label")}
        error={error}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        className="uppercase"
        action={
          <Button type="submit" look="quiet" className="shrink-0" disabled={isSending || isSaving}>
            {t("use")}
          </Button>
        }
      />
    </form>
  );
}

function useRefusalOf() {
  const t = useTranslations("problems");
  const promotionWords = usePromotionWords();
  return (answer: CodeAnswer): string | undefined => {
    if ("cart" in answer) return undefined;
    const { problem } = answer;
    if (problem === undefined) return t("unreachableOnce");
    return promotionWords(problem.reason, problem.details);
  };
}

function OwnCode({
  promotion: { code, isApplied, refusal },
  takeFocus: focus,
  onRemoved,
}: {
  promotion: CartPromotion;
  takeFocus: typeof takeFocus | undefined;
  onRemoved: () => void;
}) {
  const t = useTranslations("bag.code");
  const promotionWords = usePromotionWords();
  const refusalOf = useRefusalOf();
  const { changeCode } = useCart();
  const [error, setError] = useState<string>();
  const [isSending, send] = useTransition();
  const remove = () =>
    send(async () => {
      const words = refusalOf(await changeCode({ type: "remove", code: code ?? "" }));
      setError(words);
      if (words === undefined) onRemoved();
    });
  const state = refusal
    ? promotionWords(refusal.reason, refusal.details)
    : isApplied
      ? t("inUse")
      : t("beaten");
  return (
    <Notice
      look={refusal || error ? "alert" : "note"}
      action={
        <Button
          look="bare"
          className="text-small"
          disabled={isSending}
          ref={focus}
          onClick={remove}
        >
          {t.rich("takeOut", { code: code ?? "", hidden })}
        </Button>
      }
    >
      <p role="status">
        <span className="font-medium">{code}</span> {error ?? state}
      </p>
    </Notice>
  );
}
