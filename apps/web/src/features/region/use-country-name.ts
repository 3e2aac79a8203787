import { useLocale } from "next-intl";

/** `Germany` for `DE`, in the page's language. */
export function useCountryName(): (code: string) => string {
  const names = new Intl.DisplayNames(useLocale(), { type: "region" });
  return (code) => names.of(code) ?? code;
}
