/** How pages lead to each other. */
export { Link } from "#i18n/link.tsx";
export { getPathname, usePathname, useRouter } from "#i18n/local-navigation.ts";
