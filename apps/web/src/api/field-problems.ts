import type { PublicError } from "@meridian/api/kernel/public-error.ts";
import { problemOf } from "#api/problem.ts";
import type { Errors } from "#design/use-fields.ts";

/** What a form says to a refusal: at its fields, or above its button; undefined: the API's own words. */
export type Explain<K extends string> = (problem: PublicError) => Errors<K> | string | undefined;

/** A refusal as words at fields; a word for the whole form where it is no field's. */
export function fieldsOf<K extends string>(
  error: unknown,
  keyOf: (pointer: string) => K | undefined,
  explain?: Explain<K>,
): { errors: Errors<K>; message?: string } {
  const problem = problemOf(error);
  if (problem === undefined || problem.status >= 500)
    return {
      errors: {},
      message: "We can’t reach the shop right now. Nothing is lost; try again in a moment.",
    };
  const told = explain?.(problem);
  if (typeof told === "string") return { errors: {}, message: told };
  if (told !== undefined) return { errors: told };
  const errors: Errors<K> = {};
  for (const { pointer, message } of problem.errors ?? []) {
    const key = keyOf(pointer);
    if (key !== undefined) errors[key] = `This ${message}.`;
  }
  return Object.keys(errors).length > 0 ? { errors } : { errors, message: problem.message };
}
