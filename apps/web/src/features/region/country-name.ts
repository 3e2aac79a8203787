const names = new Intl.DisplayNames("en", { type: "region" });

/** `Germany` for `DE`. */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}
