import { KeyRound, MapPin, Package, ShieldCheck, SlidersHorizontal, UserRound } from "lucide-react";

/** What an account consists of, in the order of its menus. */
export const sections = [
  { href: "/account", label: "Overview", Icon: UserRound },
  { href: "/account/orders", label: "Orders", Icon: Package },
  { href: "/account/addresses", label: "Addresses", Icon: MapPin },
  { href: "/account/preferences", label: "Preferences", Icon: SlidersHorizontal },
  { href: "/account/security", label: "Security", Icon: KeyRound },
  { href: "/account/privacy", label: "Privacy", Icon: ShieldCheck },
] as const;
