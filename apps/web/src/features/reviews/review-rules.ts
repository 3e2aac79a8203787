/** What is wrong with what somebody writes about a product; undefined: nothing. Pure. */
import type { Words } from "#i18n/app-config.ts";

/** As the API has them. */
export const longest = { title: 120, body: 4000, displayName: 40 } as const;
export type WrittenField = keyof typeof longest;

export function textProblem(
  field: WrittenField,
  text: string,
  t: Words<"reviews">,
): string | undefined {
  const { length } = text.trim();
  if (length === 0) return t(`missing.${field}`);
  if (length > longest[field]) return t("tooLong", { longest: longest[field], length });
  return field === "displayName" && /[@/\\]/.test(text) ? t("noAddress") : undefined;
}
