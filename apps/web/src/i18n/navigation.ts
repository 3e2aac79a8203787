/** How pages lead to each other. */
export { localPath } from "#i18n/addresses.ts";
export { Link } from "#i18n/link.tsx";
export { usePathname, useRouter } from "#i18n/use-navigation.ts";
