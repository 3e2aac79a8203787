"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTRPCClient } from "#api/browser.tsx";
import { useFieldProblems } from "#api/use-field-problems.ts";
import { useIsHydrated } from "#browser/use-is-hydrated.ts";
import { useAccountWords } from "#features/account/use-account-words.ts";
import {
  askPasskey,
  canOfferPasskeys,
  hasPasskeys,
  passkeyTrouble,
} from "#features/account/passkey.ts";

/**
 * Signs in by a passkey: by the button, or picked from the list that the browser shows below the field. One question to
 * the device at a time: the newest ends the one before.
 */
export function usePasskeySignIn(onSignedIn: () => Promise<void>) {
  const wordsOf = useWordsOf();
  const client = useTRPCClient();
  const question = useRef(new AbortController());
  const isPossible = useIsHydrated() && hasPasskeys();
  const [isBusy, setBusy] = useState(false);
  const [message, setMessage] = useState<string>();

  /** An offer stands in the background: of its failure nobody wants to hear. */
  const ask = async (isOffer: boolean) => {
    question.current.abort();
    const { signal } = (question.current = new AbortController());
    let isAnswered = false;
    try {
      const options = await client.accounts.passkeySignInOptions.mutate({});
      if (signal.aborted) return;
      const credential = await askPasskey(options, { signal, isOffer });
      isAnswered = true;
      await client.accounts.signInWithPasskey.mutate({ credential });
      await onSignedIn();
    } catch (error) {
      if (!isOffer || isAnswered) setMessage(wordsOf(error));
    }
  };
  const offer = useEffectEvent(() => ask(true));
  useEffect(() => {
    const leaving = new AbortController();
    void canOfferPasskeys().then((can) => (can && !leaving.signal.aborted ? offer() : undefined));
    return () => {
      leaving.abort();
      question.current.abort();
    };
  }, []);

  return {
    /** False until the browser was asked. */
    isPossible,
    isBusy,
    message,
    start: async () => {
      setBusy(true);
      setMessage(undefined);
      await ask(false);
      setBusy(false);
    },
  };
}

function useWordsOf() {
  const t = useTranslations("account");
  const fieldsOf = useFieldProblems();
  const accountWords = useAccountWords();
  return (error: unknown): string | undefined => {
    if (error instanceof DOMException) return passkeyTrouble(error, t);
    return fieldsOf(error, () => undefined, accountWords).message;
  };
}
