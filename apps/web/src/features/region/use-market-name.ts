import { useTranslations } from "next-intl";
import { useRegion } from "#features/region/region-context.tsx";

/** What the page's market is called in its language. */
export function useMarketName(): string {
  return useTranslations("regions")(useRegion());
}
