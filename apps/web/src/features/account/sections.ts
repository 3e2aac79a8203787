import { KeyRound, MapPin, Package, ShieldCheck, SlidersHorizontal, UserRound } from "lucide-react";

/** What an account consists of, in the order of its menus. */
export const sections = [
  { href: "/account", name: "overview", Icon: UserRound },
  { href: "/account/orders", name: "orders", Icon: Package },
  { href: "/account/addresses", name: "addresses", Icon: MapPin },
  { href: "/account/preferences", name: "preferences", Icon: SlidersHorizontal },
  { href: "/account/security", name: "security", Icon: KeyRound },
  { href: "/account/privacy", name: "privacy", Icon: ShieldCheck },
] as const;
