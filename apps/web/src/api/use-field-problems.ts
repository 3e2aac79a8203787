"use client";

import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import { useTranslations } from "next-intl";
import type { Errors } from "#design/use-fields.ts";
import { problemOf } from "#api/problem.ts";

/** What a form says to a refusal: at its fields, or above its button; undefined: it has no words of its own. */
export type Explain<K extends string> = (problem: PublicError) => Errors<K> | string | undefined;

/** A refusal as words at fields; a word for the whole form where it is no field's. */
export function useFieldProblems() {
  const t = useTranslations("problems");
  return function fieldsOf<K extends string>(
    error: unknown,
    keyOf: (pointer: string) => K | undefined,
    explain?: Explain<K>,
  ): { errors: Errors<K>; message?: string } {
    const problem = problemOf(error);
    if (problem === undefined || problem.status >= 500)
      return { errors: {}, message: t("unreachable") };
    const told = explain?.(problem);
    if (typeof told === "string") return { errors: {}, message: told };
    if (told !== undefined) return { errors: told };
    const errors: Errors<K> = {};
    for (const { pointer } of problem.errors ?? []) {
      const key = keyOf(pointer);
      if (key !== undefined) errors[key] = t("field");
    }
    if (Object.keys(errors).length > 0) return { errors };
    const { requestId: reference } = problem;
    return { errors, message: reference ? t("withReference", { reference }) : t("other") };
  };
}
