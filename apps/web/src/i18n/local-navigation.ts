import { createNavigation } from "next-intl/navigation";
import { routing } from "#i18n/routing.ts";

/** Next's own, for addresses without a language: it stays the page's. */
export const { Link: LocalLink, useRouter, usePathname, getPathname } = createNavigation(routing);
