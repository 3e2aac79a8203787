import { problemOf } from "#api/problem.ts";
import type { Errors } from "#design/use-fields.ts";

/** A refusal of `checkout.update` as words at fields; a word for the whole form where it is no field's. */
export function fieldsOf<K extends string>(
  error: unknown,
  keyOf: (pointer: string) => K | undefined,
): { errors: Errors<K>; message?: string } {
  const problem = problemOf(error);
  if (problem === undefined || problem.status >= 500)
    return {
      errors: {},
      message: "We can’t reach the shop right now. Nothing is lost; try again in a moment.",
    };
  const errors: Errors<K> = {};
  for (const { pointer, message } of problem.errors ?? []) {
    const key = keyOf(pointer);
    if (key !== undefined) errors[key] = `This ${message}.`;
  }
  return Object.keys(errors).length > 0 ? { errors } : { errors, message: problem.message };
}
