"use client";

import { useState } from "react";
import { problemOf } from "#api/problem.ts";
import { useFieldProblems } from "#api/use-field-problems.ts";
import { useWatchWords } from "#features/watches/use-watch-words.ts";

/** What a mail's link does, when its button is pressed: who scans mails presses none. */
export function useMailLink<T>(act: (token: string) => Promise<T>) {
  const fieldsOf = useFieldProblems();
  const words = useWatchWords();
  const [state, setState] = useState<{
    isBusy?: true;
    done?: T;
    isOld?: boolean;
    message?: string | undefined;
  }>({});
  const press = async () => {
    if (state.isBusy) return;
    setState({ isBusy: true });
    try {
      const token = new URLSearchParams(window.location.search).get("token") ?? "";
      setState({ done: await act(token) });
    } catch (error) {
      const { message } = fieldsOf(error, () => undefined, words);
      setState({ isOld: (problemOf(error)?.status ?? 500) < 500, message });
    }
  };
  return { ...state, press: () => void press() };
}
