import { joinAddress } from "#i18n/addresses.ts";
import { defaultLanguage, isLanguage } from "#i18n/languages.ts";

/** Leads from a form back to its survey's page. @param said what came of it */
export function toSurvey(
  token: string,
  spoken: FormDataEntryValue | null,
  said?: "stopped",
): Response {
  const language = isLanguage(spoken) ? spoken : defaultLanguage;
  const address = joinAddress({ language, path: `/surveys/${encodeURIComponent(token)}` });
  const location = said === undefined ? address : `${address}?said=${said}`;
  return new Response(null, { status: 303, headers: { location } });
}
