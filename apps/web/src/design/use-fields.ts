"use client";

import {
  useEffect,
  useEffectEvent,
  useId,
  useState,
  type ChangeEvent,
  type FocusEvent,
  type FormEvent,
} from "react";
import type { FieldProblem } from "#design/error-summary.tsx";

export type Values<K extends string> = Record<K, string>;
export type Errors<K extends string> = Partial<Record<K, string>>;
/** As rules say it, field by field: what is right is undefined. */
type Found<K extends string> = Partial<Record<K, string | undefined>>;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement;

/** The server's words stand above our own; without empty entries. */
function merge<K extends string>(own: Found<K>, refused: Errors<K>): Errors<K> {
  const words = (key: string) => refused[key as K] ?? own[key as K];
  const entries = Object.keys({ ...own, ...refused }).map((key) => [key, words(key)] as const);
  const merged = Object.fromEntries(entries.filter(([, message]) => message !== undefined));
  return merged as Errors<K>;
}

/**
 * The fields of one form. A field is judged when it is left for another, and all of them at the submit; from then
 * on its error goes away as soon as it is mended. What a server refused is shown until it is changed.
 */
export function useFields<K extends string>(options: {
  /** Prefix of the fields' ids in the page. */
  prefix: string;
  initial: Values<K>;
  validate: (values: Values<K>) => Found<K>;
  /** Applied to what is typed: grouping the digits of a card. */
  format?: (key: K, value: string) => string;
}) {
  const { validate, format = (_, value) => value } = options;
  // Pages that were left are kept in the document, with forms of the same fields.
  const prefix = `${options.prefix}${useId()}`;
  const idOf = (key: K) => `${prefix}-${key}`;
  const [values, setValues] = useState(options.initial);
  const [judged, setJudged] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<Errors<K>>({});
  const [failures, setFailures] = useState(0);

  const found = merge(validate(values), refused);
  const errorOf = (key: K) => (judged.has(key) ? found[key] : undefined);
  const keys = Object.keys(values) as K[];
  const judgeAll = () => setJudged(new Set<string>(keys));
  const set = (key: K, value: string) => {
    setValues((old) => ({ ...old, [key]: format(key, value) }));
    setRefused((old) => ({ ...old, [key]: undefined }));
  };
  // What was typed or filled in before the page was alive told nobody of it (React 19.3).
  const adopt = useEffectEvent(() => {
    for (const key of keys) {
      const field = document.getElementById(idOf(key));
      if (isField(field) && field.value !== values[key]) set(key, field.value);
    }
  });
  useEffect(() => {
    void Promise.resolve().then(() => adopt());
  }, []);
  const problems: FieldProblem[] = keys.flatMap((key) => {
    const message = errorOf(key);
    return message === undefined ? [] : [{ id: idOf(key), message }];
  });

  return {
    values,
    set,
    idOf,
    /** To be spread on a field. */
    bind: (key: K) => ({
      id: idOf(key),
      name: key,
      value: values[key],
      error: errorOf(key),
      onChange: (event: ChangeEvent<Field>) => set(key, event.target.value),
      onBlur: ({ relatedTarget }: FocusEvent) => {
        // Only on the way to the next field: on the way to a button, a word that appears would push
        // the button away from under the finger.
        if (values[key] !== "" && isField(relatedTarget)) setJudged((old) => new Set(old).add(key));
      },
    }),
    /** What a failed submit left to mend; `failures` is a key for the summary that takes the focus. */
    problems: failures > 0 ? problems : [],
    failures,
    /** Shows what the server said to fields. */
    refuse: (errors: Errors<K>) => {
      setRefused(errors);
      judgeAll();
      setFailures((count) => count + 1);
    },
    onSubmit: (accept: (values: Values<K>) => void) => (event: FormEvent) => {
      event.preventDefault();
      judgeAll();
      if (Object.keys(found).length > 0) setFailures((count) => count + 1);
      else accept(values);
    },
  };
}
